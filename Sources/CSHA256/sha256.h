// SHA-256 by the instructions that x86-64 processors since 2017 have for it: Swift cannot name them, and in plain Swift the digests
// of the exports cost a sixth of a whole run. Where a processor lacks them, `SHA256State` does the same in Swift.

#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

/// Whether this processor has the instructions.
static inline bool sha256_has_instructions(void) {
  unsigned a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_SSE4_1) || !(c & bit_SSSE3)) return false;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & bit_SHA);
}

/// Mixes whole blocks of 64 bytes into the eight words of a digest.
__attribute__((target("sha,sse4.1,ssse3")))
static inline void sha256_absorb(uint32_t *words, const uint8_t *bytes, size_t blocks, const uint32_t *constants) {
  const __m128i order = _mm_set_epi64x(0x0c0d0e0f08090a0bULL, 0x0405060700010203ULL);
  // The instructions want the words as ABEF and CDGH.
  __m128i dcba = _mm_loadu_si128((const __m128i *)words);
  __m128i hgfe = _mm_loadu_si128((const __m128i *)(words + 4));
  __m128i cdab = _mm_shuffle_epi32(dcba, 0xb1);
  __m128i efgh = _mm_shuffle_epi32(hgfe, 0x1b);
  __m128i abef = _mm_alignr_epi8(cdab, efgh, 8);
  __m128i cdgh = _mm_blend_epi16(efgh, cdab, 0xf0);
  for (; blocks > 0; blocks--, bytes += 64) {
    const __m128i abef_before = abef, cdgh_before = cdgh;
    __m128i w[4];
    for (int i = 0; i < 4; i++) {
      w[i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(bytes + 16 * i)), order);
    }
#pragma clang loop unroll(full)
    for (int step = 0; step < 16; step++) {
      const __m128i now = w[step & 3];
      __m128i sum = _mm_add_epi32(now, _mm_loadu_si128((const __m128i *)(constants + 4 * step)));
      cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
      abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0e));
      if (step < 12) {
        // The words sixteen rounds on, from these and the three groups behind them.
        __m128i next = _mm_sha256msg1_epu32(now, w[(step + 1) & 3]);
        next = _mm_add_epi32(next, _mm_alignr_epi8(w[(step + 3) & 3], w[(step + 2) & 3], 4));
        w[step & 3] = _mm_sha256msg2_epu32(next, w[(step + 3) & 3]);
      }
    }
    abef = _mm_add_epi32(abef, abef_before);
    cdgh = _mm_add_epi32(cdgh, cdgh_before);
  }
  __m128i feba = _mm_shuffle_epi32(abef, 0x1b);
  __m128i dchg = _mm_shuffle_epi32(cdgh, 0xb1);
  _mm_storeu_si128((__m128i *)words, _mm_blend_epi16(feba, dchg, 0xf0));
  _mm_storeu_si128((__m128i *)(words + 4), _mm_alignr_epi8(dchg, feba, 8));
}

#else

static inline bool sha256_has_instructions(void) { return false; }

static inline void sha256_absorb(uint32_t *words, const uint8_t *bytes, size_t blocks, const uint32_t *constants) {
  (void)words, (void)bytes, (void)blocks, (void)constants;
}

#endif
