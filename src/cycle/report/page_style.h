// The style sheet of the HTML report: light and dark by the reader's system, one of two languages
// by a pair of radio buttons (so no script is needed), and print.
#pragma once

#include <string_view>

namespace stagecoach::cycle {

inline constexpr std::string_view kPageStyle = R"css(
:root{color-scheme:light dark;--bg:#f4f6f8;--surface:#fff;--ink:#17202c;--muted:#566170;
--line:#e1e6ec;
--accent:#2b62c9;--accent-soft:#c7d7f4;--won:#1c7f55;--won-soft:#bfe0d0;--lost:#bd3f2c;
--lost-soft:#f0c9c2;
--open:#8b97a6;--open-soft:#e3e8ee;--back:#b0741a;--warn:#fff8e8;--warn-line:#e3c27c}
@media (prefers-color-scheme:dark){:root{--bg:#10151c;--surface:#19202a;--ink:#e7ecf3;
--muted:#a2aebd;
--line:#2b3542;--accent:#82aaf6;--accent-soft:#2c446f;--won:#55c292;--won-soft:#1f4a38;
--lost:#f0836f;
--lost-soft:#5a2a22;--open:#75828f;--open-soft:#2c3643;--back:#dba94c;--warn:#2a2415;
--warn-line:#6a5520}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.55 system-ui,-apple-system,
"Segoe UI",Roboto,
"Helvetica Neue","PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
.switch{position:absolute;opacity:0;pointer-events:none}
#to-en:checked~.page .zh,#to-zh:checked~.page .en{display:none}
.page{max-width:1120px;margin:0 auto;padding:28px 24px 56px}
header{display:flex;align-items:flex-end;justify-content:space-between;gap:16px;margin-bottom:20px}
h1{font-size:26px;line-height:1.25;margin:0;letter-spacing:-.01em;font-weight:650}
.as-of{color:var(--muted);margin:4px 0 0}
.languages{display:flex;border:1px solid var(--line);border-radius:9px;background:var(--surface);
overflow:hidden;
flex:none}
.languages label{padding:5px 13px;cursor:pointer;color:var(--muted);font-size:14px}
#to-en:checked~.page label[for=to-en],
#to-zh:checked~.page label[for=to-zh]{background:var(--accent);
color:var(--surface);font-weight:600}
.switch:focus-visible~.page .languages{outline:3px solid var(--accent);outline-offset:2px}
.tiles{display:grid;grid-template-columns:repeat(4,1fr);gap:14px;margin-bottom:14px}
.tile,.card,.notes{background:var(--surface);border:1px solid var(--line);border-radius:14px}
.tile{padding:15px 18px 14px}
.tile .label{color:var(--muted);font-size:13.5px}
.tile .figure{font-size:30px;line-height:1.25;font-weight:650;letter-spacing:-.015em;
font-variant-numeric:tabular-nums}
.tile .detail{color:var(--muted);font-size:13.5px}
.cards{display:grid;grid-template-columns:1fr 1fr;gap:14px;margin-bottom:14px}
.card{padding:18px 20px;margin:0;min-width:0}
.card.wide{margin-bottom:14px}
h2{font-size:17px;line-height:1.35;margin:0 0 2px;font-weight:650}
.say{color:var(--muted);margin:0 0 12px;font-size:14.5px}
.legend{display:flex;flex-wrap:wrap;gap:2px 16px;color:var(--muted);font-size:13px;margin:10px 0 0;
padding:0;
list-style:none}
.legend i{display:inline-block;width:11px;height:11px;border-radius:3px;margin-right:6px}
.notes{background:var(--warn);border-color:var(--warn-line);padding:14px 20px;margin-bottom:14px}
.notes h2{font-size:15px}
.notes ul{margin:4px 0 0;padding-left:20px}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;font-size:14px}
th,td{padding:8px 8px;text-align:right;border-bottom:1px solid var(--line);white-space:nowrap}
th{color:var(--muted);font-weight:550;font-size:13px;vertical-align:bottom}
th:first-child,td:first-child{text-align:left;padding-left:0;white-space:normal;min-width:130px}
th:last-child,td:last-child{padding-right:0}
tbody tr:last-child td{border-bottom:0}
.low{color:var(--muted)}
.share{display:inline-block;height:8px;border-radius:2px;background:var(--accent);margin-right:8px;
vertical-align:1px}
.method{color:var(--muted);font-size:14px}
.method p{margin:6px 0 0}
footer{color:var(--muted);font-size:13px;margin-top:18px}
svg{display:block;width:100%;height:auto;font-family:inherit}
svg text{fill:var(--ink);font-size:13px}
svg .tick{fill:var(--muted);font-size:12px}
svg .name,svg .value{paint-order:stroke;stroke:var(--surface);stroke-width:4px;
stroke-linejoin:round}
svg .strong{font-weight:550}
svg .value{font-weight:600;font-variant-numeric:tabular-nums}
svg .grid{stroke:var(--line);stroke-width:1}
svg .box{fill:var(--accent-soft)}
svg .interval{fill:var(--accent);opacity:.5}
svg .median{stroke:var(--accent);stroke-width:3;stroke-linecap:round}
svg .whisker{stroke:var(--accent);stroke-width:1.5}
svg .track{fill:var(--open-soft)}
svg .on{fill:var(--won)}svg .open{fill:var(--open)}svg .left{fill:var(--muted)}
svg .back{fill:var(--back)}
svg .lost{fill:var(--lost)}
svg .band{fill:var(--accent-soft);opacity:.75}
svg .curve{stroke:var(--accent);stroke-width:2.25;stroke-linejoin:round}
svg .mark{stroke:var(--muted);stroke-width:1.25;stroke-dasharray:4 4}
svg .won-area{fill:var(--won);opacity:.82}svg .open-area{fill:var(--open-soft)}
svg .lost-area{fill:var(--lost);opacity:.82}
svg .won-words{fill:var(--won);font-weight:600}svg .lost-words{fill:var(--lost);font-weight:600}
svg .open-words{fill:var(--muted);font-weight:600}
.sw-on{background:var(--won)}.sw-open{background:var(--open)}.sw-back{background:var(--back)}
.sw-lost{background:var(--lost)}
.sw-left{background:var(--muted)}.sw-box{background:var(--accent-soft)}
.sw-median{background:var(--accent)}
@media (max-width:560px){svg text{font-size:15px}svg .tick{font-size:14px}}
@media (max-width:820px){.tiles{grid-template-columns:1fr 1fr}.cards{grid-template-columns:1fr}
.page{padding:18px 14px 40px}}
@media print{:root{color-scheme:light;--bg:#fff;--surface:#fff;--ink:#17202c;--muted:#566170;
--line:#d5dbe2;
--accent:#2b62c9;--accent-soft:#c7d7f4;--won:#1c7f55;--lost:#bd3f2c;--open:#8b97a6;
--open-soft:#e3e8ee;
--back:#b0741a;--warn:#fff;--warn-line:#c9a85c}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{font-size:12px}.page{max-width:none;padding:0}.languages{display:none}
.tile,.card,.notes{break-inside:avoid}.scroll{overflow:visible}table{font-size:11px}th,
td{padding:5px 6px}}
)css";

}  // namespace stagecoach::cycle
