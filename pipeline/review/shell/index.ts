/** The page that the review app runs in, its style, and which files it may load: what the server hands out; imports publish/report. */
export { STYLE } from './style.ts';

/** Where the page's parts are: the server answers these addresses, and nothing else beside /api. */
export const ADDRESSES = { page: '/', style: '/style.css', code: '/code/', pdfjs: '/pdfjs/' } as const;

/** The main module of the app below `ADDRESSES.code`, which stands for the folder of the compiled program. */
const MAIN = 'pipeline/review/app/main.js';

/** Folders of the compiled program from which the page loads modules (`.js` only). */
export const CODE_FOLDERS: readonly string[] = [
  'schemas',
  'extractors/model',
  'pipeline/base',
  'pipeline/publish/report',
  'pipeline/review/app',
];

/** Folders of the package pdfjs-dist from which the page loads. */
export const PDFJS_FOLDERS: readonly string[] = ['build', 'cmaps', 'standard_fonts', 'wasm', 'iccs'];

/**
 * Content security policy of the page and of every script, workers included: nothing inline, nothing from elsewhere. Fonts and pictures
 * of a PDF are made in the page (data, blob); its pictures may need WebAssembly.
 */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self' blob: data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const PAGE = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark"><title>对账 duizhang · 核对 review</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="${ADDRESSES.style}">
<script type="module" src="${ADDRESSES.code}${MAIN}"></script></head>
<body><div id="app"></div><noscript>核对需要 JavaScript。Reviewing needs JavaScript.</noscript></body></html>
`;
