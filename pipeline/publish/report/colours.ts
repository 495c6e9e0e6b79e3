/** Colours by what they stand for, light and dark: of the states of a number first. `b…` is the strong one of a state, for bars and outlines. */
export const COLOURS = `
:root{color-scheme:light dark;--bg:#fff;--fg:#1b1f24;--dim:#59636e;--line:#d4d9df;--soft:#f4f6f8;--link:#0b57a4;--mark:#ffe38a;
--p:#ddf1e3;--c:#e0ecfa;--u:#eef0f2;--x:#fbd9d5;--k:#e9e0f7;--bp:#21764a;--bc:#4381c1;--bu:#9aa3ad;--bx:#b5291f;--bk:#7a55b8;--warn:#8f5200;--look:#fff5dc}
@media (prefers-color-scheme:dark){:root{--bg:#14171b;--fg:#e4e7eb;--dim:#a0a9b4;--line:#3a414a;--soft:#1e2329;--link:#7db8f5;--mark:#6b5600;
--p:#17382a;--c:#173350;--u:#2a2f36;--x:#5c211d;--k:#3a2b57;--bp:#55b988;--bc:#5d9bdd;--bu:#7d8792;--bx:#f0766c;--bk:#9d7ada;--warn:#f0b35c;--look:#3a2f14}}
`;
