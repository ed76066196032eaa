"""Each teacher's hours towards 360 in the five years: what was credited earlier, then term by term."""

from generator.lanxi.offices import CYCLE

TARGET_HUNDREDTHS = 36000


def statements(programme, results_by_term):
    """Rows of teacher, earlier hours within the five years, hours of each term so far, sum, and what is left to do.

    Hours in hundredths; everybody of any term so far has a row, those who have left as well.
    """
    people = {result.teacher.person.code for found in results_by_term for result in found}
    for code in sorted(people):
        earlier = sum(row.hundredths for row in programme.earlier
                      if row.teacher.person.code == code and CYCLE[0] <= row.year <= CYCLE[1])
        terms = [sum(100 * result.credit for result in found if result.teacher.person.code == code)
                 for found in results_by_term]
        whole = earlier + sum(terms)
        yield [code, earlier, sum(terms), whole, max(0, TARGET_HUNDREDTHS - whole)]
