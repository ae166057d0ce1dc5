// The look of the report: one sheet, light and dark by the reader's setting, narrow screens and paper included. It is part
// of the page, and the page is served with its digest as the only style that may apply.

const tokens = `
:root{color-scheme:light dark;--ground:#f5f6f8;--card:#fff;--ink:#151a21;--soft:#5b6573;--line:#e2e6eb;--track:#edf0f3;--accent:#3352c8;--accent-soft:#e8ecfb;--mute:#a3adba;--pass:#17734a;--pass-soft:#e3f4eb;--warn:#8a5a00;--warn-soft:#fdf1d8;--warn-fill:#dba32b;--fail:#bd2c36;--fail-soft:#fce8e9;--open:#55606e;--open-soft:#eceff2}
@media(prefers-color-scheme:dark){:root{--ground:#0e1217;--card:#161b22;--ink:#e7ebf0;--soft:#9aa5b3;--line:#2a323c;--track:#232a33;--accent:#8aa2ff;--accent-soft:#1f2847;--mute:#5d6875;--pass:#58c896;--pass-soft:#12301f;--warn:#e3b04b;--warn-soft:#33270c;--warn-fill:#c9962f;--fail:#ff8089;--fail-soft:#3d1b1f;--open:#a7b1bd;--open-soft:#252c35}}
`;

const base = `
*{box-sizing:border-box}
html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
@media(prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.55 ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums}
h1,h2,h3,p,ul,ol,dl,dd,figure{margin:0;padding:0}
ul,ol{list-style:none}
a{color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
code{font:12.5px/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
.skip{position:absolute;left:-9999px}.skip:focus{left:16px;top:12px;background:var(--card);padding:8px 12px;z-index:2}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.soft,.note,figcaption,.axis{color:var(--soft)}
.frame{max-width:1240px;margin:0 auto;padding:32px 32px 96px;display:grid;grid-template-columns:190px minmax(0,1fr);gap:48px}
.side{position:sticky;top:32px;align-self:start}
.brand{display:flex;align-items:center;gap:8px;font-weight:650;letter-spacing:-.01em;margin-bottom:24px}
nav li a{display:block;padding:5px 10px;margin-left:-10px;border-radius:6px;color:var(--soft);text-decoration:none;font-size:14px}
nav li a:hover{background:var(--accent-soft);color:var(--accent)}
main{display:grid;gap:44px;min-width:0}
section{min-width:0;scroll-margin-top:24px}
h2{font-size:20px;line-height:1.3;letter-spacing:-.015em;font-weight:650;margin-bottom:14px}
h3{font-size:14px;font-weight:600;margin:20px 0 8px}
.card{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:22px 24px}
.card>.lead{margin-bottom:16px;color:var(--soft);max-width:72ch}
`;

const hero = `
.hero{background:var(--card);border:1px solid var(--line);border-radius:16px;padding:30px 32px 0;overflow:hidden;border-top:4px solid var(--tone)}
.hero .eyebrow{font-size:13px;color:var(--soft)}
h1{font-size:clamp(30px,4.4vw,44px);line-height:1.1;letter-spacing:-.03em;font-weight:680;margin:6px 0 10px;color:var(--tone)}
.hero .lead{max-width:62ch;font-size:16px}
.counts{display:flex;flex-wrap:wrap;gap:8px 20px;margin:18px 0 0;font-size:14px;color:var(--soft)}
.counts li{display:flex;align-items:center;gap:6px}.counts b{color:var(--ink)}
.tiles{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));margin:26px -32px 0;border-top:1px solid var(--line)}
.tile{padding:18px 24px 22px 32px;border-left:1px solid var(--line)}.tile:first-child{border-left:0}
.tile dt{font-size:13px;color:var(--soft)}
.tile dd{font-size:26px;line-height:1.25;font-weight:640;letter-spacing:-.02em}
.tile .note{font-size:13px;font-weight:400;letter-spacing:0;line-height:1.4;margin-top:4px}
.o-pass{--tone:var(--pass);--tint:var(--pass-soft)}.o-warn,.o-waived{--tone:var(--warn);--tint:var(--warn-soft)}.o-fail,.o-error{--tone:var(--fail);--tint:var(--fail-soft)}.o-inconclusive,.o-skipped{--tone:var(--open);--tint:var(--open-soft)}
.icon{flex:none}.icon circle{fill:var(--tint)}.icon path{fill:none;stroke:var(--tone);stroke-width:1.7;stroke-linecap:round;stroke-linejoin:round}
.badge{display:inline-flex;align-items:center;gap:5px;padding:1px 9px 1px 3px;border-radius:99px;background:var(--tint);color:var(--tone);font-size:12.5px;font-weight:600;white-space:nowrap}
.tag{display:inline-block;padding:0 7px;border:1px solid var(--line);border-radius:99px;font-size:12px;color:var(--soft);overflow-wrap:anywhere}
.steps{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,340px),1fr));gap:14px;counter-reset:step}
.steps>li{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:16px 18px;display:flex;flex-direction:column;gap:6px}
.steps>li>div{display:flex;align-items:center;gap:8px;color:var(--soft)}
.steps .do{font-weight:600;line-height:1.4}.steps .why{font-size:13.5px;color:var(--soft)}
.effect{margin-top:auto;padding-top:4px;font-size:13px;color:var(--accent);font-weight:550}
`;

const pictures = `
svg{display:block}
.f-accent{fill:var(--accent)}.f-pass{fill:var(--pass)}.f-warn{fill:var(--warn-fill)}.f-fail{fill:var(--fail)}.f-mute{fill:var(--mute)}.f-track{fill:var(--track)}.f-area{fill:var(--accent);opacity:.14}
.s-accent,.s-mute,.s-fail{fill:none;stroke-width:2;vector-effect:non-scaling-stroke;stroke-linejoin:round}
.s-accent{stroke:var(--accent)}.s-mute{stroke:var(--mute);stroke-dasharray:5 4}.s-fail{stroke:var(--fail);stroke-dasharray:4 3}
.bar{width:100%;height:10px;border-radius:5px;overflow:hidden}
.plot{width:100%;height:190px;overflow:visible;border-bottom:1px solid var(--line)}
.picture{display:grid;gap:4px}.axis{display:flex;justify-content:space-between;font-size:12px}figcaption{font-size:13px}
.bars{display:grid;gap:7px}
.bars li{display:grid;grid-template-columns:minmax(90px,220px) minmax(60px,1fr) minmax(90px,max-content);gap:14px;align-items:center;font-size:13.5px}
.wide .bars li{grid-template-columns:minmax(90px,140px) minmax(60px,1fr) minmax(90px,310px)}
.bars .name,.line .name{overflow-wrap:anywhere}.said{color:var(--soft);text-align:right;font-size:13px}
.legend>span{white-space:nowrap;display:inline-flex;align-items:center;gap:6px}.legend{font-size:13px;color:var(--soft);display:flex;flex-wrap:wrap;align-items:center;gap:6px 16px;margin-bottom:14px}
.dot{width:10px;height:10px;border-radius:3px;flex:none}.d-accent{background:var(--accent)}.d-mute{background:var(--mute)}.d-fail{background:var(--fail)}.d-warn{background:var(--warn-fill)}
.twin{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,320px),1fr));gap:8px 36px}
.funnel,.trainers{display:grid;gap:14px}
.line{display:grid;grid-template-columns:minmax(120px,210px) minmax(60px,1fr) 130px;gap:14px;align-items:center}
.line .bar{height:16px;border-radius:4px}.line .said b{color:var(--ink)}
.lost{margin:5px 0 0 224px;font-size:13px;color:var(--soft);display:grid;gap:1px}.lost b{color:var(--fail);font-weight:600}
.small{font-size:12.5px}.under{margin:3px 0 0 224px;font-size:13px}
.clusters,.pairs{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,330px),1fr));gap:14px}
.cluster,.pair{border:1px solid var(--line);border-radius:10px;padding:14px 16px;min-width:0}
.cluster h3{margin-top:0}.cluster .soft{margin-top:8px;font-size:13px}.bars+.soft{margin-top:12px;font-size:13px}.cluster ul{display:grid;gap:6px;font-size:13.5px}.excerpt{overflow-wrap:anywhere}
.pair .soft{font-size:12.5px}.diff{margin-top:6px;overflow-wrap:anywhere}
del,ins{text-decoration:none;border-radius:3px;padding:0 3px}del{background:var(--fail-soft);color:var(--fail)}ins{background:var(--pass-soft);color:var(--pass)}
del::before{content:"−"}ins::before{content:"+"}
.wanted{list-style:decimal;padding-left:20px;display:grid;gap:4px;font-size:14px}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,300px),1fr));gap:10px 32px;font-size:14px}.facts dt{color:var(--soft);font-size:12.5px}
`;

const tables = `
details>summary{cursor:pointer;list-style:none}details>summary::-webkit-details-marker{display:none}
.group{padding:0;margin-bottom:12px;overflow:hidden}
.group>summary{display:flex;flex-wrap:wrap;align-items:center;gap:6px 12px;padding:14px 20px}.group>summary .title{font-weight:620}.group>summary .soft{font-size:13px;margin-left:auto}
.group>summary::after,.evidence>summary::after,.notes>summary::after{content:"";width:7px;height:7px;border:solid var(--soft);border-width:0 1.5px 1.5px 0;transform:rotate(45deg) translate(-1px,-1px);flex:none;display:inline-block;margin-left:6px}
details[open]>summary::after{transform:rotate(225deg) translate(-2px,-2px)}
table{width:100%;border-collapse:collapse;font-size:14px}
th{text-align:left;font-weight:550;vertical-align:top}td{vertical-align:top}
thead th{font-size:12px;color:var(--soft);font-weight:500;padding:6px 12px 6px 0;white-space:nowrap}
.checks thead th{background:var(--track)}
.checks th:first-child,.checks td:first-child{padding-left:20px}
.checks tbody tr:not(.more) th,.checks tbody tr:not(.more) td{padding-top:14px;padding-right:12px;border-top:1px solid var(--line)}
.checks tbody th{width:36%}.checks .question{display:inline}.checks tbody th .soft{font-weight:400;font-size:12.5px;display:block}
.figure{white-space:nowrap;font-size:13.5px}
.more td{padding:6px 20px 14px 20px;font-size:13.5px;color:var(--soft)}.more p{max-width:92ch}.more .remedy{color:var(--ink);margin-top:4px}.more .effect{padding:0}
.waiver{color:var(--warn)}
.evidence,.notes{margin-top:6px}.evidence>summary,.notes>summary{color:var(--accent);font-size:13px;display:inline-block}.notes>summary{color:var(--soft)}
.evidence table{margin-top:6px;background:var(--ground);border-radius:8px;font-size:13px}.evidence th,.evidence td{padding:5px 12px}
.evidence .place{white-space:nowrap;color:var(--soft)}.evidence .excerpt{color:var(--ink);width:70%}
.plain{margin-top:14px}.plain th,.plain td{padding:7px 12px 7px 0;border-top:1px solid var(--line)}.plain thead th{border-top:0}.plain th{overflow-wrap:anywhere}.plain td:last-child{white-space:nowrap}
`;

const screens = `
@media(max-width:1020px){.frame{grid-template-columns:minmax(0,1fr);gap:20px;padding:20px 20px 64px}.side{position:static}.brand{margin-bottom:10px}nav ul{display:flex;gap:4px;overflow-x:auto;margin:0 -20px;padding:0 20px 6px}nav li a{margin:0;white-space:nowrap;border:1px solid var(--line);background:var(--card)}}
@media(max-width:720px){main{gap:32px}.card{padding:16px}.hero{padding:22px 18px 0}.tiles{grid-template-columns:repeat(2,minmax(0,1fr));margin:22px -18px 0}.tile{padding:14px 14px 16px 18px}.tile:nth-child(odd){border-left:0}.tile:nth-child(n+3){border-top:1px solid var(--line)}.tile dd{font-size:22px}
.bars li,.wide .bars li,.line{grid-template-columns:minmax(0,1fr) max-content;gap:2px 12px}.bars .bar,.line .bar{grid-row:2;grid-column:1/-1}.wide .said{grid-row:3;grid-column:1/-1;text-align:left}.shift .name:empty{display:none}.shift .said{grid-column:1/-1;text-align:left}.lost,.under{margin-left:0}
.group{padding:0}.group>summary{padding:12px 14px}.group>summary .soft{order:3;width:100%;margin-left:0}.group>summary::after{margin-left:auto}
.checks thead,.plain thead,.evidence thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.checks,.checks tbody,.checks tr,.checks th,.checks td,.plain,.plain tbody,.plain tr,.plain th,.plain td,.evidence table,.evidence tbody,.evidence tr,.evidence td{display:block;width:auto}
.checks tbody th{width:auto}.checks tbody tr:not(.more) th{padding:14px 14px 4px}.checks tbody tr:not(.more) td{border:0;padding:2px 14px;display:flex;gap:12px;justify-content:space-between;text-align:right;white-space:normal}
.checks td[data-name]::before,.plain td[data-name]::before{content:attr(data-name);color:var(--soft);font-size:12.5px;text-align:left}
.more td{padding:6px 14px 14px}.checks td:first-child{padding-left:14px}.plain tr{border-top:1px solid var(--line);padding:8px 0}.plain th,.plain td{border:0;padding:1px 0;display:flex;justify-content:space-between;gap:12px;text-align:right}.plain td:last-child{white-space:normal}.evidence td{padding:3px 10px}.evidence .excerpt{width:auto}}
@media print{:root{--ground:#fff;--card:#fff}.side{display:none}.frame{display:block;padding:0;max-width:none}main{display:block}section{margin-bottom:22px}.card,.hero,.steps>li{break-inside:avoid}.group{break-inside:auto}body{font-size:11px}}
`;

/** Without a closing tag inside: it stands between style tags as it is. */
export const reportStyle = [tokens, base, hero, pictures, tables, screens].join('').replaceAll('\n', '');
