import Exports

/// What a form makes of a text, as a test writes it: the value with the codes of its flags, the reason, or the code.
func outcome<Form: ValueForm>(_ text: String, _ form: Form) -> String {
  switch form.parse(Array(text.utf8).span) {
  case .value(let value, let flags): ([String(describing: value)] + flags.codes).joined(separator: " ")
  case .missing(let reason): "missing \(reason.rawValue)"
  case .fault(let fault): "fault \(fault.code.rawValue)"
  }
}
