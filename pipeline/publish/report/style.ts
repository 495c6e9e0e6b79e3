import { COLOURS } from './colours.ts';

/** The whole style sheet of a report. Colours are variables so that dark mode and print only change those. */
export const STYLE = `
${COLOURS}*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0 auto;padding:1rem 1.25rem 6rem;max-width:88rem;background:var(--bg);color:var(--fg);
font:15px/1.55 system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
html[data-lang=zh] .e,html[data-lang=en] .z{display:none}
a{color:var(--link)}
h1{font-size:1.55rem;line-height:1.3;margin:.2rem 0 .6rem}
h2{font-size:1.2rem;margin:2.2rem 0 .7rem;padding-bottom:.25rem;border-bottom:2px solid var(--line)}
h3{font-size:1rem;margin:0;display:inline;font-weight:600}
.top{display:flex;flex-wrap:wrap;gap:.4rem 1rem;align-items:center;justify-content:space-between}
nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;margin:0;padding:0;list-style:none}
button{font:inherit;color:inherit;background:var(--soft);border:1px solid var(--line);padding:.15rem .7rem;border-radius:4px;cursor:pointer}
button[aria-pressed=true]{background:var(--link);border-color:var(--link);color:var(--bg)}
:focus-visible{outline:3px solid var(--link);outline-offset:1px}
.lead{font-size:1.1rem;margin:.4rem 0}
.dim{color:var(--dim);font-size:.88rem}
.hide{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.tag{display:inline-block;font-size:.8rem;line-height:1.4;border:1px solid currentColor;border-radius:4px;padding:0 .4em}
.tag.misread,.tag.source,.failed{color:var(--bx)}.tag.placement,.tag.missing,.tag.header,.partial{color:var(--warn)}.succeeded{color:var(--bp)}
.rank{display:inline-block;min-width:1.6em;text-align:right;color:var(--dim);font-variant-numeric:tabular-nums}
details{border:1px solid var(--line);border-radius:6px;margin:.5rem 0}
summary{padding:.45rem .8rem;cursor:pointer}
details[open]>summary{border-bottom:1px solid var(--line);background:var(--soft)}
details>div,details>p{padding:.3rem .8rem}
.split{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:1rem}
@media (max-width:60rem){.split{grid-template-columns:minmax(0,1fr)}}
dl{margin:.3rem 0}dl>div{display:grid;grid-template-columns:minmax(7rem,10rem) 1fr;gap:.8rem;padding:.12rem 0}
dt{color:var(--dim)}dd{margin:0;overflow-wrap:anywhere}dd ul,.links{margin:0;padding-left:1.1rem}
.source{border-left:3px solid var(--line);background:var(--soft);font-size:.86rem;padding:.3rem 0;margin:.4rem 0}
.source>div{display:grid;grid-template-columns:3.6rem 1fr;gap:.6rem;padding:.05rem .5rem;color:var(--dim)}
.source>.hit{color:var(--fg)}.source>.gap{display:block;padding-left:3rem}
.no{text-align:right;font-variant-numeric:tabular-nums;user-select:none}
code{font-family:ui-monospace,"Cascadia Mono",Menlo,"Noto Sans Mono CJK SC",monospace;white-space:pre-wrap;overflow-wrap:anywhere;tab-size:6}
mark{background:var(--mark);color:inherit;border-radius:2px;box-shadow:0 0 0 1px var(--mark)}
.scroll{overflow-x:auto;margin:.5rem 0}
table{border-collapse:collapse;font-size:.88rem}
caption{text-align:left;font-weight:600;padding:.3rem 0}
th,td{border:1px solid var(--line);padding:.18rem .5rem;text-align:left;vertical-align:top;unicode-bidi:isolate;max-width:26rem;overflow-wrap:anywhere}
thead th{background:var(--soft);font-weight:600;text-align:center;vertical-align:middle}
tbody th{font-weight:400}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.code{white-space:nowrap}.grid thead th{min-width:4.6em}
.grid .n{min-width:5.5em}.grid tbody th{min-width:11em}.grid.one tbody th{position:sticky;left:0;background:var(--bg)}
.text{min-width:14em}
.i1{padding-left:1.5em}.i2{padding-left:2.6em}.i3{padding-left:3.7em}.i4{padding-left:4.8em}.i5{padding-left:5.9em}.i6{padding-left:7em}
tr.total>*,tr.subtotal>*{font-weight:600}tr.unit>*,tr.memo>*{font-style:italic}tr.look>*{background:var(--look)}tr.rest>*{border-top:2px solid var(--fg);font-weight:600}
.f{cursor:pointer}.p{background:var(--p)}.c{background:var(--c)}.u{background:var(--u)}.k{background:var(--k)}
.x{background:var(--x);font-weight:600;text-decoration:underline wavy var(--bx) 1px}
.a{outline:2px dashed var(--warn);outline-offset:-2px}.r::after{content:" ⚑";color:var(--bx);font-weight:400}
.f:target,.f.on{outline:3px solid var(--link);outline-offset:-2px}
.sign{display:inline-block;min-width:1.2em;color:var(--dim)}
.sample{padding:.1rem .5rem;border:1px solid var(--line);cursor:default}
.legend{display:flex;flex-wrap:wrap;gap:.4rem 1.2rem;list-style:none;margin:.8rem 0 .2rem;padding:0;font-size:.88rem}
.bar{display:block;margin:.25rem 0}.key{display:inline-block;width:.8em;height:.8em;border-radius:2px;margin-right:.3em}
.bp{fill:var(--bp);background:var(--bp)}.bc{fill:var(--bc);background:var(--bc)}.bu{fill:var(--bu);background:var(--bu)}
.bx{fill:var(--bx);background:var(--bx)}.bk{fill:var(--bk);background:var(--bk)}
.whole{fill:var(--bu)}.basic{fill:var(--bc);background:var(--bc)}.project{fill:var(--warn);background:var(--warn)}
.figures{display:flex;flex-wrap:wrap;gap:1rem 2.5rem}figure{margin:0;min-width:0}.chart th,.chart td{border:0;padding:.1rem .5rem}.chart caption>*{margin-right:.7em}
.yes{color:var(--bp);font-weight:700}.no-match{color:var(--bx);font-weight:700}
#cell{position:fixed;right:1rem;bottom:1rem;width:min(34rem,calc(100vw - 2rem));max-height:60vh;overflow:auto;background:var(--bg);
border:1px solid var(--line);border-radius:8px;box-shadow:0 6px 30px #0005;padding:.7rem 1rem;font-size:.9rem;z-index:5}
#cell[hidden]{display:none}#cell button{float:right}#cell ul{margin:.3rem 0;padding-left:1.1rem}

.overview{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:.8rem;margin:.8rem 0}
.card{border:1px solid var(--line);border-left:4px solid var(--bu);border-radius:6px;padding:.5rem .9rem;min-width:0}.card.good{border-left-color:var(--bp)}.card.warn{border-left-color:var(--warn)}.card.bad{border-left-color:var(--bx)}
.card h2{font-size:1rem;margin:0 0 .2rem;padding:0;border:0}.card p{margin:.15rem 0}.card ul,.card ol{margin:.2rem 0;padding-left:1.3rem}.card .bar{display:inline-block;max-width:100%;vertical-align:middle}.card b{font-size:1.2rem}
.clamp{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.place{white-space:nowrap}.amount{white-space:nowrap;font-variant-numeric:tabular-nums}
.batch{width:100%;min-width:50rem;table-layout:fixed}.batch thead th{width:9%;white-space:nowrap}.batch thead th:first-child{width:auto}.batch thead th:nth-child(5){width:10rem}.batch td{white-space:nowrap}.pages{position:absolute}.piece{margin:.4rem auto;max-width:64rem}.piece svg{display:block;width:100%;border:1px solid var(--line);background:#fff}.piece figcaption{padding:.1rem 0}
.page>rect{fill:#fff}.page path{stroke:#8a94a0;stroke-width:.6;fill:none}.page text{fill:#1b1f24;font-family:"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
.marks rect{fill:#ffe38a;fill-opacity:.3;stroke:#c8372d;stroke-width:1.2}
.sheet-piece td{white-space:nowrap}.sheet-piece td.hit{background:var(--mark);outline:2px solid var(--bx);outline-offset:-2px}.sheet-piece th{color:var(--dim);font-weight:400}
@media (max-width:40rem){body{padding:.6rem .7rem 5rem}h1{font-size:1.25rem}.lead{font-size:1rem}dl>div{grid-template-columns:1fr;gap:0}details>div,details>p{padding:.3rem .5rem}.grid tbody th{min-width:8em;max-width:11em}th,td{padding:.18rem .35rem}.source>div{grid-template-columns:2.4rem 1fr}.top{align-items:flex-start}}
@page{size:A4;margin:12mm}
@media print{:root{color-scheme:light}body{max-width:none;padding:0;font-size:10pt}nav,.lang,#cell,.hint{display:none!important}
details{border:0;break-inside:auto}.piece,.card,.equation{break-inside:avoid}.scroll table{width:100%;table-layout:auto;font-size:7.5pt}.scroll th,.scroll td{min-width:0!important;padding:.1rem .2rem;max-width:none}.n{white-space:normal;overflow-wrap:anywhere}.clamp{display:block}.scroll{overflow:visible}h2,h3,summary{break-after:avoid}tr{break-inside:avoid}thead{display:table-header-group}
*{print-color-adjust:exact}.grid.one tbody th{position:static}}
`;
