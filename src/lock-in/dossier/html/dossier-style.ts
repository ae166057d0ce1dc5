// The look of the dossier: one sheet, light and dark by the reader's setting, narrow screens and paper included. The page
// is served with the digest of it as the only style that may apply.

const tokens = `
:root{color-scheme:light dark;--ground:#f6f7f9;--card:#fff;--ink:#161b22;--soft:#5a6472;--line:#e1e5ea;--track:#e9edf1;--accent:#3352c8;--accent-soft:#e9edfb;--good:#17734a;--good-soft:#e2f4ea;--warn:#875800;--warn-soft:#fdf1d8;--warn-fill:#d99f27;--bad:#bb2a35;--bad-soft:#fce8e9;--mute:#9aa5b2}
@media(prefers-color-scheme:dark){:root{--ground:#0e1217;--card:#161b22;--ink:#e7ebf0;--soft:#9ba6b3;--line:#2a323c;--track:#252d37;--accent:#8ca3ff;--accent-soft:#1e2746;--good:#59c997;--good-soft:#123020;--warn:#e4b14c;--warn-soft:#33280d;--warn-fill:#c9962f;--bad:#ff8189;--bad-soft:#3d1b1f;--mute:#66717f}}
`;

const base = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.55 ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums}
h1,h2,h3,p,ul,ol,dl,dd,figure{margin:0;padding:0}ul,ol{list-style:none}
a{color:var(--accent)}:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
.skip{position:absolute;left:-9999px}.skip:focus{left:16px;top:12px;background:var(--card);padding:8px 12px;z-index:2}
.page{max-width:1080px;margin:0 auto;padding:40px 32px 96px;display:grid;gap:40px}
.page>*{min-width:0}
.soft{color:var(--soft)}.small{font-size:13px}
.eyebrow{font-size:13px;color:var(--soft)}
h1{font-size:clamp(28px,4vw,40px);line-height:1.12;letter-spacing:-.025em;font-weight:680;margin:4px 0 8px;overflow-wrap:anywhere}
h2{font-size:20px;line-height:1.3;letter-spacing:-.015em;font-weight:650;margin-bottom:4px}
h3{font-size:15px;font-weight:620;overflow-wrap:anywhere}
section>.lead{color:var(--soft);margin-bottom:14px;max-width:72ch}
nav ul{display:flex;flex-wrap:wrap;gap:6px}nav a{display:block;padding:4px 12px;border:1px solid var(--line);border-radius:99px;background:var(--card);font-size:13.5px;text-decoration:none;color:var(--soft);white-space:nowrap}nav a:hover{color:var(--accent);border-color:var(--accent)}
.card{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:20px 22px}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,150px),1fr));gap:14px 28px;margin-top:18px}.facts dt{font-size:12.5px;color:var(--soft)}.facts dd{overflow-wrap:anywhere}
.badge{display:inline-block;padding:1px 9px;border-radius:99px;font-size:12.5px;font-weight:600;white-space:nowrap}
.t-good{--tone:var(--good);--tint:var(--good-soft)}.t-warn{--tone:var(--warn);--tint:var(--warn-soft)}.t-bad{--tone:var(--bad);--tint:var(--bad-soft)}.t-plain{--tone:var(--soft);--tint:var(--track)}
.badge{background:var(--tint);color:var(--tone)}
`;

const parts = `
.score{display:grid;grid-template-columns:minmax(180px,240px) minmax(0,1fr);gap:12px 40px;align-items:center}
.figure{font-size:52px;line-height:1;font-weight:680;letter-spacing:-.03em;color:var(--tone)}
.figure span{font-size:16px;font-weight:500;letter-spacing:0;color:var(--soft)}
.score .badge{margin-top:10px}
svg{display:block;width:100%}.interval{height:54px}.bar{height:8px;border-radius:4px;overflow:hidden}
.f-track{fill:var(--track)}.f-accent{fill:var(--accent)}.f-bad{fill:var(--bad)}.f-warn{fill:var(--warn-fill)}.f-mute{fill:var(--mute)}.f-range{fill:var(--accent);opacity:.32}.f-ink{fill:var(--ink)}
.s-line{stroke:var(--line);stroke-width:1}.s-now{stroke:var(--accent);stroke-width:2}
.axis{display:flex;justify-content:space-between;font-size:12px;color:var(--soft)}
.floors{margin-top:14px;display:grid;gap:6px}.floors li{padding:8px 12px;border-radius:8px;background:var(--bad-soft);color:var(--bad);font-size:14px}
.bars{display:grid;gap:12px}.bars li{display:grid;grid-template-columns:44px minmax(0,1fr) minmax(80px,26%) 52px;gap:4px 14px;align-items:center;font-size:14px}
.bars .id{color:var(--soft);font-size:13px}.bars .points{text-align:right;font-weight:600}.bars .known{grid-column:2/-1;font-size:12.5px;color:var(--soft);overflow-wrap:anywhere}
.grid{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,300px),1fr));gap:14px}
.scenario{display:flex;flex-direction:column;gap:10px}.scenario dl{display:grid;gap:8px;font-size:14px}.scenario dt{font-size:12.5px;color:var(--soft)}
.gap{color:var(--bad);font-weight:550}
.gaps{display:grid;border:1px solid var(--line);border-radius:12px;background:var(--card);overflow:hidden}
.gaps li{display:grid;grid-template-columns:minmax(0,1.3fr) minmax(0,.8fr) minmax(0,1.1fr);gap:4px 24px;padding:10px 18px;border-top:1px solid var(--line);font-size:14px}.gaps li:first-child{border-top:0}
.gaps .who{font-weight:550}.gaps .how{color:var(--soft);font-size:13.5px}.gaps+h3{margin-top:22px}h3+.gaps{margin-top:10px}.group{margin-top:18px}
.line{height:44px;overflow:visible}.times{margin-top:14px;display:grid;gap:8px;font-size:14px}.times li{display:grid;grid-template-columns:18px 96px minmax(0,1fr);gap:8px;align-items:baseline}
.dot{width:9px;height:9px;border-radius:99px;background:var(--mute)}.d-shutdown,.d-missed{background:var(--bad)}.d-start-by,.d-notice{background:var(--warn-fill)}.d-now,.d-exit-done{background:var(--accent)}
.items{margin-top:14px}.items li{display:grid;grid-template-columns:28px minmax(0,1fr) max-content;gap:2px 12px;padding:10px 0;border-top:1px solid var(--line)}.items li:first-child{border-top:0}
.items .number{color:var(--soft)}.items .said{grid-column:2/-1;font-size:13.5px;color:var(--soft);overflow-wrap:anywhere}.items .title{font-weight:550}
.alerts{display:grid;gap:10px}.alerts li{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:2px 12px;font-size:14px}.alerts .soft{grid-column:2}
details>summary{cursor:pointer;color:var(--accent);font-size:14px;margin-top:14px}
@media(max-width:720px){.page{padding:24px 18px 64px;gap:32px}.score{grid-template-columns:minmax(0,1fr)}.card{padding:16px}.gaps li{grid-template-columns:minmax(0,1fr);padding:10px 14px}.bars li{grid-template-columns:36px minmax(0,1fr) 48px}.bars .bar{grid-column:2/-1;grid-row:2}.bars .known{grid-row:3}.times li{grid-template-columns:14px 86px minmax(0,1fr)}}
@media print{:root{--ground:#fff;--card:#fff}nav{display:none}.page{display:block;padding:0;max-width:none}section,header{margin-bottom:22px}.card,.gaps li,.items li{break-inside:avoid}body{font-size:11px}details{display:block}}
`;

/** Without a closing tag inside: it stands between style tags as it is. */
export const dossierStyle = [tokens, base, parts].join('').replaceAll('\n', '');
