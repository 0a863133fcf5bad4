// What can be wrong with a JSON text or one of its fields, as sentences. The codes are stable.
#pragma once

#include "platform/base/phrase.h"

namespace stagecoach::json {

// The text as a whole.
inline constexpr Phrase kMalformed{"json.malformed",
                                   "This is not valid JSON (line {line}, column {column}).",
                                   "这不是有效的 JSON(第 {line} 行第 {column} 列)。"};
inline constexpr Phrase kEmpty{"json.empty", "A JSON text is expected, and nothing came.",
                               "应提交 JSON 内容,但收到的内容为空。"};
inline constexpr Phrase kNotUtf8{"json.not_utf8",
                                 "The text is not valid UTF-8 (line {line}, column {column}).",
                                 "内容不是有效的 UTF-8 编码(第 {line} 行第 {column} 列)。"};
inline constexpr Phrase kNulCharacter{"json.nul_character",
                                      "The character U+0000 is not accepted in texts.",
                                      "文本中不能包含字符 U+0000。"};
inline constexpr Phrase kTooDeep{"json.too_deep", "The JSON is nested more than {max} levels deep.",
                                 "JSON 嵌套层数超过 {max} 层。"};
inline constexpr Phrase kTooManyValues{"json.too_many_values",
                                       "The JSON holds more than {max} values.",
                                       "JSON 包含的值超过 {max} 个。"};
inline constexpr Phrase kTooLarge{"json.too_large", "The JSON is larger than {max} bytes.",
                                  "JSON 大小超过 {max} 字节。"};
inline constexpr Phrase kFieldsWrong{"json.fields_wrong", "Some fields need correcting.",
                                     "部分字段需要修改。"};

// One field.
inline constexpr Phrase kMissing{"field.missing", "This field is required.", "此字段必填。"};
inline constexpr Phrase kNull{"field.null", "This field cannot be null.", "此字段不能为 null。"};
inline constexpr Phrase kUnknown{"field.unknown", "There is no such field here.",
                                 "此处没有这个字段。"};
inline constexpr Phrase kUnknownNear{"field.unknown",
                                     "There is no such field here; did you mean \"{nearest}\"?",
                                     "此处没有这个字段,您是否想填写“{nearest}”?"};
inline constexpr Phrase kDuplicate{"field.duplicate", "This field is given twice.",
                                   "此字段重复出现。"};
inline constexpr Phrase kExpectedText{"field.expected_text", "A text is expected.", "应为文本。"};
inline constexpr Phrase kExpectedWhole{"field.expected_whole_number", "A whole number is expected.",
                                       "应为整数。"};
inline constexpr Phrase kExpectedNumber{"field.expected_number", "A number is expected.",
                                        "应为数字。"};
inline constexpr Phrase kExpectedBool{"field.expected_boolean", "true or false is expected.",
                                      "应为 true 或 false。"};
inline constexpr Phrase kExpectedList{"field.expected_list", "A list is expected.", "应为列表。"};
inline constexpr Phrase kExpectedObject{"field.expected_object", "An object is expected.",
                                        "应为对象。"};
inline constexpr Phrase kExpectedInstant{
    "field.expected_instant",
    "A time such as 2026-02-13T09:30:00Z or 2026-02-13T17:30:00+08:00 is expected.",
    "应为时间,例如 2026-02-13T09:30:00Z 或 2026-02-13T17:30:00+08:00。"};
inline constexpr Phrase kExpectedDate{
    "field.expected_date", "A date such as 2026-02-13 is expected.", "应为日期,例如 2026-02-13。"};
inline constexpr Phrase kExpectedCurrency{
    "field.expected_currency", "A currency code of three letters such as CNY or EUR is expected.",
    "应为三个字母的货币代码,例如 CNY 或 EUR。"};
inline constexpr Phrase kNoSuchCurrency{"field.no_such_currency",
                                        "There is no currency {code} (ISO 4217).",
                                        "没有货币代码 {code}（ISO 4217）。"};
inline constexpr Phrase kNoSuchCurrencyNear{
    "field.no_such_currency", "There is no currency {code} (ISO 4217); did you mean {nearest}?",
    "没有货币代码 {code}（ISO 4217）；是否为 {nearest}？"};
inline constexpr Phrase kNumberTooLarge{"field.number_too_large", "The number is too large.",
                                        "数字过大。"};
inline constexpr Phrase kTooSmall{"field.too_small", "At least {min} is expected.",
                                  "不能小于 {min}。"};
inline constexpr Phrase kTooBig{"field.too_big", "At most {max} is expected.", "不能大于 {max}。"};
inline constexpr Phrase kOutOfRange{"field.out_of_range",
                                    "A number from {min} to {max} is expected.",
                                    "应为 {min} 到 {max} 之间的数字。"};
inline constexpr Phrase kBlank{"field.blank", "This field cannot be empty.", "此字段不能为空。"};
inline constexpr Phrase kTooShort{"field.too_short", "At least {min} characters are expected.",
                                  "至少需要 {min} 个字符。"};
inline constexpr Phrase kTooLong{"field.too_long", "At most {max} characters are allowed.",
                                 "最多 {max} 个字符。"};
inline constexpr Phrase kNotOneLine{"field.not_one_line",
                                    "Line breaks and control characters are not allowed here.",
                                    "此处不允许换行符和控制字符。"};
inline constexpr Phrase kTooFewItems{"field.too_few_items", "At least {min} entries are expected.",
                                     "至少需要 {min} 项。"};
inline constexpr Phrase kTooManyItems{"field.too_many_items", "At most {max} entries are allowed.",
                                      "最多 {max} 项。"};
inline constexpr Phrase kNotOneOf{"field.not_one_of", "One of these is expected: {values}.",
                                  "应为以下之一:{values}。"};
inline constexpr Phrase kNoTranslation{"field.no_translation",
                                       "A text in English or Chinese is expected.",
                                       "至少需要填写英文或中文之一。"};

}  // namespace stagecoach::json
