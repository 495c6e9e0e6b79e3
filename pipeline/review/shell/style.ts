import { COLOURS } from '../../publish/report/colours.ts';

/** The style sheet of the review app; its colours are those of report.html. Heights of rows are those that the app reckons with. */
export const STYLE = `
${COLOURS}*{box-sizing:border-box}
html,body{height:100%;margin:0}
body{background:var(--bg);color:var(--fg);font:14px/1.5 system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
#app{height:100%;display:flex;flex-direction:column}
[hidden]{display:none!important}
a{color:var(--link)}h1,h2,h3,p{margin:0}
button,select,input{font:inherit;color:inherit;background:var(--bg);border:1px solid var(--bu);border-radius:4px;padding:.15rem .5rem;min-height:1.9rem}
button{background:var(--soft);cursor:pointer;white-space:nowrap}button:hover{border-color:var(--link)}
button.primary{background:var(--link);border-color:var(--link);color:var(--bg);font-weight:600}
button.fact,button.link{background:none;border:0;padding:0;min-height:0;color:var(--link);text-align:left;text-decoration:underline;white-space:normal}
button.fact[aria-pressed=true]{font-weight:700}
:focus-visible{outline:3px solid var(--link);outline-offset:1px}
kbd{font:inherit;font-size:.75rem;line-height:1.2;border:1px solid currentColor;border-radius:3px;padding:0 .3em;margin-left:.45em;opacity:.85}
.dim{color:var(--dim)}.n{font-variant-numeric:tabular-nums}.space{flex:1}
.tag{display:inline-block;font-size:.8rem;line-height:1.4;border:1px solid currentColor;border-radius:4px;padding:0 .4em;white-space:nowrap}
.tag.misread,.tag.source{color:var(--bx)}.tag.placement,.tag.missing,.tag.header{color:var(--warn)}.tag.succeeded{color:var(--bp)}
.note{background:var(--look);padding:.3rem .7rem;border-left:3px solid var(--warn)}
header.app{display:flex;align-items:center;gap:.5rem;padding:.35rem .7rem;border-bottom:1px solid var(--line);flex:none}
header.app h1{font-size:1rem;min-width:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
main{flex:1;min-height:0;display:flex}
.status{position:fixed;left:50%;top:3.1rem;transform:translateX(-50%);z-index:9;max-width:calc(100vw - 2rem)}
.status p{background:var(--fg);color:var(--bg);padding:.4rem .9rem;border-radius:6px;box-shadow:0 4px 18px #0005}
.status .grave{border-left:5px solid var(--warn)}.status button.link{color:inherit;font-weight:700}

.queue{flex:1;min-width:0;display:grid;grid-template-columns:minmax(16rem,22rem) minmax(0,1fr)}
.queue h2{font-size:.95rem;padding:.4rem .7rem}
.documents{display:flex;flex-direction:column;min-height:0;border-right:1px solid var(--line)}
.items{display:flex;flex-direction:column;min-height:0}.empty{padding:2rem;text-align:center}
.filters{display:grid;grid-template-columns:1fr 1fr;gap:.35rem .6rem;padding:.6rem .7rem;border-bottom:1px solid var(--line)}
.filters label{display:flex;flex-direction:column;font-size:.8rem;min-width:0}.filters label span{color:var(--dim)}.filters select,.filters input{width:100%;font-size:.9rem}
.filters button{grid-column:1/-1}
.long-list{flex:1;min-height:0;overflow-y:auto;position:relative;border-top:1px solid var(--line)}
.long-list:focus-visible{outline-offset:-3px}
.rows{position:relative}.row{position:absolute;left:0;right:0;overflow:hidden;border-bottom:1px solid var(--line);padding:.3rem .7rem;cursor:pointer;display:grid;align-content:center;line-height:1.45;column-gap:.6rem}
.row:hover{background:var(--soft)}.row.on{background:var(--c)}.row.on .dim{color:var(--fg)}
.documents .row{height:62px;grid-template-columns:minmax(0,1fr) auto}
.items .row{height:64px;grid-template-columns:2.2rem auto minmax(0,1fr) auto;align-items:baseline}
.row .name,.row .message,.row .about{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.row .about{font-size:.85rem}
.items .about{grid-column:2/4}.items .stake{font-weight:600}.rank{text-align:right;color:var(--dim);font-variant-numeric:tabular-nums}
.items .rank{grid-row:1/3}.items .stake{grid-row:1/3;grid-column:4;align-self:center}
.badge{font-variant-numeric:tabular-nums;font-size:.85rem;border-radius:9px;padding:0 .5em;background:var(--x);color:var(--fg);height:1.35rem}.badge.done{background:var(--p)}

.item{flex:1;min-width:0;display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr)}
.source-pane{display:flex;flex-direction:column;min-height:0;min-width:0;border-right:1px solid var(--line)}
.bar{display:flex;align-items:center;gap:.35rem;padding:.3rem .6rem;border-bottom:1px solid var(--line);flex:none}
.bar input{width:4.5rem}.bar select{flex:1;min-width:0}
.paper{flex:1;min-height:0;overflow:auto;background:var(--soft);padding:8px;position:relative}
.sheet-of-paper{position:relative;margin:0 auto;background:#fff;box-shadow:0 1px 5px #0004}
.sheet-of-paper canvas{display:block;width:100%;height:auto}
.as-read,.overlay{position:absolute;inset:0;width:100%;height:100%}.as-read{position:relative;display:block;background:#fff;font-family:"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
.as-read text{fill:#1b1f24}.as-read line{stroke:#8a94a0;stroke-width:.5}
.overlay rect{fill:transparent;stroke:none;cursor:pointer}.overlay rect:hover{stroke:#4381c1;stroke-width:.8}
.overlay .of-item{stroke:#c8372d;stroke-width:1;fill:#ffe38a;fill-opacity:.22}.overlay .place{fill-opacity:.12}
.overlay .selected{stroke:#0b57a4;stroke-width:2;fill:#7db8f5;fill-opacity:.25}
.lines{font-size:calc(.9rem*var(--zoom,1))}.line{display:grid;grid-template-columns:3.2rem minmax(0,1fr);gap:.6rem;content-visibility:auto;contain-intrinsic-size:auto 1.5em}
.no{text-align:right;color:var(--dim);font-variant-numeric:tabular-nums;user-select:none;font-weight:400;font-size:.85em}
code{font-family:ui-monospace,"Cascadia Mono",Menlo,"Noto Sans Mono CJK SC","Noto Sans CJK SC",monospace;white-space:pre-wrap;overflow-wrap:anywhere;tab-size:6}
.paper span.m{cursor:pointer;border-bottom:2px solid transparent}.paper span.m.sp{border-color:var(--bp)}.paper span.m.sc{border-color:var(--bc)}.paper span.m.sx{border-color:var(--bx)}.paper span.m.sk,.paper span.m.sr{border-color:var(--bk)}
.paper span.m.of-item,.paper .line.of-item,.paper p.of-item,.paper td.of-item{background:var(--mark);outline:1px solid var(--bx)}
.paper span.m.selected,.paper td.selected{outline:3px solid var(--link);outline-offset:0}
.sheet{border-collapse:collapse;font-size:calc(.85rem*var(--zoom,1));background:var(--bg)}.sheet td,.sheet th{border:1px solid var(--line);padding:.1rem .35rem;vertical-align:top;max-width:18rem;overflow-wrap:anywhere}
.sheet .no{white-space:nowrap;max-width:none}.sheet td[data-fact]{cursor:pointer}.sheet .n{text-align:right;white-space:nowrap}.more{margin:.4rem 0}

.details{display:grid;grid-template-columns:minmax(0,1fr);grid-template-rows:minmax(0,auto) minmax(9rem,1fr) auto;min-height:0;min-width:0}
.about{overflow:auto;padding:.5rem .8rem;max-height:46vh}.about:focus{outline:none}.about h1{font-size:1.02rem;margin:.25rem 0;overflow-wrap:anywhere}
.item-head{display:flex;gap:.6rem;align-items:baseline;flex-wrap:wrap}
.facts{display:flex;flex-wrap:wrap;gap:.1rem 1.3rem;margin:.2rem 0}
.proposals{border:1px solid var(--line);border-left:4px solid var(--bp);border-radius:4px;padding:.35rem .7rem;margin:.4rem 0}
.proposals h3{font-size:.85rem;color:var(--dim);font-weight:400}.plain{list-style:none;margin:.15rem 0;padding:0}.plain li{padding:.1rem 0}.plain.strong{font-weight:600}
button.take{padding:0 .5rem;min-height:1.6rem;font-weight:400}
.equation{border-collapse:collapse;width:100%;font-size:.88rem;margin:.4rem 0}.equation caption{text-align:left;font-weight:600;padding:.15rem 0}
.equation td,.equation th{border-bottom:1px solid var(--line);padding:.12rem .4rem;text-align:left;font-weight:400;vertical-align:top}
.equation .n{text-align:right;white-space:nowrap}.equation thead th{color:var(--dim);font-size:.8rem}.equation tfoot>tr>*{border-top:2px solid var(--fg);border-bottom:0;font-weight:600}
.equation .of-item>*{background:var(--look)}.equation .selected>*{background:var(--c)}.term{display:flex}.sign{flex:none;width:1.3em;color:var(--dim)}.equation thead th:last-child{text-align:right}.about h1.short{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.comparison{display:grid;grid-template-columns:1fr 1fr;gap:.5rem;margin:.4rem 0}.comparison>div{border:1px solid var(--line);border-radius:4px;padding:.25rem .6rem}
dt{color:var(--dim);font-size:.85rem}dd{margin:0;overflow-wrap:anywhere}
.why{margin:.3rem 0}.why summary{cursor:pointer;color:var(--dim)}.why dl{margin:.2rem 0}.misfit{color:var(--warn)}
.table-pane{display:flex;flex-direction:column;min-height:0;border-top:1px solid var(--line)}
.grid-scroll{flex:1;min-height:0;overflow:auto;background:var(--bg)}
.grid{border-collapse:separate;border-spacing:0;table-layout:fixed;font-size:.85rem;line-height:1.3}
.grid th,.grid td{border-right:1px solid var(--line);border-bottom:1px solid var(--line);padding:.15rem .4rem;overflow:hidden;text-overflow:ellipsis;text-align:left;font-weight:400;white-space:nowrap}
.grid tbody tr:not(.spacer){height:26px}.grid tbody td,.grid tbody th{height:26px}.grid .spacer td{padding:0;border:0}
.grid thead{position:sticky;top:0;z-index:2}.grid thead th{background:var(--soft);font-weight:600;text-align:center;white-space:normal;line-height:1.2;font-size:.8rem}
.grid .n{text-align:right;font-variant-numeric:tabular-nums}.grid:focus-visible{outline:none}.grid-scroll:has(.grid:focus-visible){outline:3px solid var(--link);outline-offset:-3px}
.i1{padding-left:1.3em!important}.i2{padding-left:2.2em!important}.i3{padding-left:3.1em!important}.i4{padding-left:4em!important}.i5{padding-left:4.9em!important}.i6{padding-left:5.8em!important}
tr.total>*,tr.subtotal>*{font-weight:600!important}tr.unit>*,tr.memo>*{font-style:italic}
.f{cursor:pointer}.p{background:var(--p)}.c{background:var(--c)}.u{background:var(--u)}.k{background:var(--k)}.x{background:var(--x);font-weight:600}
.a{box-shadow:inset 0 0 0 2px var(--warn)}.grid td.r::after{content:" ⚑";color:var(--bx)}
.grid .of-item{box-shadow:inset 0 0 0 2px var(--bx)}.grid .selected{box-shadow:inset 0 0 0 3px var(--link)}.grid .changed{text-decoration:underline 2px var(--bk)}
.actions{border-top:1px solid var(--line);padding:.4rem .8rem;display:flex;flex-direction:column;gap:.35rem;background:var(--bg)}
.buttons{display:flex;flex-wrap:wrap;gap:.35rem;align-items:center}.scope{border-style:dashed;background:none}
.menu{position:relative}.menu summary{list-style:none;cursor:pointer;border:1px solid var(--bu);border-radius:4px;padding:.2rem .6rem;background:var(--soft)}
.menu>div{position:absolute;bottom:calc(100% + .3rem);right:0;display:flex;flex-direction:column;gap:.25rem;background:var(--bg);border:1px solid var(--line);border-radius:6px;padding:.5rem;box-shadow:0 4px 18px #0004;z-index:5}
.menu button{display:flex;justify-content:space-between}

dialog{border:1px solid var(--line);border-radius:8px;background:var(--bg);color:var(--fg);padding:1rem 1.2rem;width:min(34rem,calc(100vw - 2rem));box-shadow:0 10px 40px #0006}
dialog::backdrop{background:#0006}dialog h2{font-size:1.1rem;margin-bottom:.3rem}dialog .buttons{justify-content:flex-end;margin-top:.8rem}
.field{display:block;margin:.5rem 0}.field span{display:block;color:var(--dim);font-size:.88rem}.field input,.field select{width:100%;font-size:1rem}
.check{display:block;margin:.5rem 0}.check input{min-height:0}.problem{color:var(--bx);min-height:1.5em}
.keys{border-collapse:collapse;width:100%}.keys td{padding:.1rem .4rem;border-bottom:1px solid var(--line)}.keys td:first-child{white-space:nowrap}

@media (max-width:52rem){
html,body,#app{height:auto}main{display:block}header.app{position:sticky;top:0;background:var(--bg);z-index:8}kbd,header.app .keys-button{display:none}
.queue,.item{display:block}.documents{border-right:0}.documents .long-list{height:11rem;flex:none}.items .long-list{height:calc(100vh - 5rem);flex:none}
.items .row{grid-template-columns:auto minmax(0,1fr) auto}.items .rank{display:none}.items .about{grid-column:1/4}.items .stake{grid-row:1;grid-column:3;font-size:.85rem}
.source-pane{height:42vh;border-right:0;border-bottom:2px solid var(--line);position:sticky;top:2.8rem;background:var(--bg);z-index:6}
.details{display:block}.about{max-height:none}.grid-scroll{max-height:60vh}.actions{position:sticky;bottom:0;z-index:7}
.comparison{grid-template-columns:1fr}.equation td.dim{font-size:.8rem}.status{width:calc(100vw - 2rem)}
}
@media (prefers-reduced-motion:no-preference){.grid .changed{animation:changed 2s}}
@keyframes changed{from{background:var(--mark)}}
`;
