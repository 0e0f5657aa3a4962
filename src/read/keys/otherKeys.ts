/** Keys that are known, and that no setting follows from: not built yet, of other programs, or of other programs under another name. */

/** Refused, so that nobody waits for what they do. */
export const NOT_BUILT: ReadonlySet<string> = new Set(['outline', 'pdf']);

/** The same thing under the name that another program gives it. */
export const SAME_AS: ReadonlyMap<string, string> = new Map([
  ['citation-style', 'csl'],
  ['language', 'lang'],
  ['authors', 'author'],
  ['keywords', 'tags'],
  ['separator_vertical', 'separator-vertical'],
  ['verticalSeparator', 'separator-vertical'],
  ['vertical-separator', 'separator-vertical'],
  ['separator_notes', 'separator-notes'],
  ['notesSeparator', 'separator-notes'],
  ['notes-separator', 'separator-notes'],
]);

/** Maps of reveal.js's and mkslides' options: those that are ours too count as ours, the others have no effect. */
export const REVEAL_MAPS: ReadonlySet<string> = new Set(['revealOptions', 'revealjs', 'reveal', 'slides', 'index']);
/** Of the options in such a map, those that do the same as our keys of that name. */
export const REVEAL_OPTIONS_OF_OURS: ReadonlySet<string> = new Set([
  'width',
  'height',
  'transition',
  'separator',
  'separator-vertical',
  'separator-notes',
]);

/** Accepted and without effect: pandoc's, mkslides', reveal-md's, Quarto's, R Markdown's. */
export const WITHOUT_EFFECT: ReadonlySet<string> = new Set(
  [
    // About the document.
    'abstract affiliation copyright dir email event institute institution instructors organization owner pagetitle rights',
    'title-meta author-meta date-meta date-format titleextra venue version license-url orcid type layout permalink output format',
    // pandoc's variables and options.
    'theme mainfont sansfont monofont mathfont fontsize fontcolor linkcolor monobackgroundcolor backgroundcolor linestretch maxwidth',
    'margin margin-left margin-right margin-top margin-bottom papersize geometry documentclass classoption indent colorlinks',
    'header-includes include-before include-after include-before-body include-after-body include-in-header header footer',
    'toc toc-depth toc-title table-of-contents number-sections numbersections secnumdepth section-titles standalone self-contained',
    'embed-resources highlight-style syntax-highlighting mathjax katex mathml html-math-method revealjs-url',
    'reference-location link-bibliography notes-after-punctuation citation-abbreviations variables metadata filters template from-format writer to logo-url',
    'aspectratio colortheme fonttheme innertheme outertheme navigation institute-short subject',
    // reveal.js's options, as pandoc's variables and as its own names.
    'controls controlsTutorial controlsLayout controlsBackArrows controls-layout progress slideNumber slide-number showSlideNumber',
    'hash hashOneBasedIndex respondToHashChanges history jumpToSlide keyboard overview disableLayout center touch loop rtl',
    'navigationMode navigation-mode shuffle fragments fragmentInURL embedded help pause showNotes showHiddenSlides autoPlayMedia',
    'preloadIframes autoAnimate autoAnimateEasing autoAnimateDuration autoAnimateUnmatched autoSlide autoSlideStoppable',
    'autoSlideMethod defaultTiming mouseWheel display hideInactiveCursor hideCursorTime previewLinks preview-links transitionSpeed',
    'transition-speed backgroundTransition background-transition pdfMaxPagesPerSlide pdfSeparateFragments pdfPageHeightOffset',
    'viewDistance mobileViewDistance minScale maxScale view scrollLayout scrollSnap scrollProgress scrollActivationWidth',
    'parallaxBackgroundImage parallaxBackgroundSize parallaxBackgroundHorizontal parallaxBackgroundVertical background-image',
    'parallax-background-image parallax-background-size plugins chalkboard menu multiplex smaller scrollable',
    // reveal-md's and mkslides'.
    'highlightTheme highlight_theme highlight-theme scripts preprocessor preprocess_script static staticDirs assetsDir assetsDirs',
    'listingTemplate listing-template absoluteUrl absolute-url favicon charset separator_charset watch print slides index nav strict',
    'staticDir static-dirs assets-dir glob host port base mermaid featuredSlide featured-slide printSize print-size disableAutoOpen',
    'disable-auto-open puppeteerLaunchArgs puppeteerChromiumExecutable puppeteer-launch-args puppeteer-chromium-executable internal',
  ].flatMap((line) => line.split(' ')),
);
