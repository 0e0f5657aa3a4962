/** What authors call a language → the grammar that colours it, and the name that people know it by. */
import type { LanguageFn } from 'highlight.js';
import bash from 'highlight.js/lib/languages/bash';
import c from 'highlight.js/lib/languages/c';
import clojure from 'highlight.js/lib/languages/clojure';
import cmake from 'highlight.js/lib/languages/cmake';
import cpp from 'highlight.js/lib/languages/cpp';
import csharp from 'highlight.js/lib/languages/csharp';
import css from 'highlight.js/lib/languages/css';
import dart from 'highlight.js/lib/languages/dart';
import diff from 'highlight.js/lib/languages/diff';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import dos from 'highlight.js/lib/languages/dos';
import elixir from 'highlight.js/lib/languages/elixir';
import erlang from 'highlight.js/lib/languages/erlang';
import fortran from 'highlight.js/lib/languages/fortran';
import go from 'highlight.js/lib/languages/go';
import graphql from 'highlight.js/lib/languages/graphql';
import groovy from 'highlight.js/lib/languages/groovy';
import haskell from 'highlight.js/lib/languages/haskell';
import http from 'highlight.js/lib/languages/http';
import ini from 'highlight.js/lib/languages/ini';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import julia from 'highlight.js/lib/languages/julia';
import kotlin from 'highlight.js/lib/languages/kotlin';
import latex from 'highlight.js/lib/languages/latex';
import less from 'highlight.js/lib/languages/less';
import lua from 'highlight.js/lib/languages/lua';
import makefile from 'highlight.js/lib/languages/makefile';
import markdown from 'highlight.js/lib/languages/markdown';
import matlab from 'highlight.js/lib/languages/matlab';
import nginx from 'highlight.js/lib/languages/nginx';
import ocaml from 'highlight.js/lib/languages/ocaml';
import perl from 'highlight.js/lib/languages/perl';
import php from 'highlight.js/lib/languages/php';
import powershell from 'highlight.js/lib/languages/powershell';
import properties from 'highlight.js/lib/languages/properties';
import protobuf from 'highlight.js/lib/languages/protobuf';
import python from 'highlight.js/lib/languages/python';
import r from 'highlight.js/lib/languages/r';
import ruby from 'highlight.js/lib/languages/ruby';
import rust from 'highlight.js/lib/languages/rust';
import scala from 'highlight.js/lib/languages/scala';
import scheme from 'highlight.js/lib/languages/scheme';
import scss from 'highlight.js/lib/languages/scss';
import sql from 'highlight.js/lib/languages/sql';
import swift from 'highlight.js/lib/languages/swift';
import typescript from 'highlight.js/lib/languages/typescript';
import vbnet from 'highlight.js/lib/languages/vbnet';
import vim from 'highlight.js/lib/languages/vim';
import x86asm from 'highlight.js/lib/languages/x86asm';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';

export interface Language {
  /** The grammar's name in highlight.js. */
  readonly name: string;
  /** As people write it: `C++`. */
  readonly title: string;
  readonly grammar: LanguageFn;
}

/** Each grammar with its title and all names that authors use for it. */
const TABLE: readonly (readonly [LanguageFn, string, string])[] = [
  [bash, 'Shell', 'bash sh shell zsh ksh fish bashrc'],
  [c, 'C', 'c h'],
  [clojure, 'Clojure', 'clojure clj'],
  [cmake, 'CMake', 'cmake'],
  [cpp, 'C++', 'cpp c++ cc cxx hpp arduino'],
  [csharp, 'C#', 'csharp cs c#'],
  [css, 'CSS', 'css'],
  [dart, 'Dart', 'dart'],
  [diff, 'Diff', 'diff patch'],
  [dockerfile, 'Dockerfile', 'dockerfile docker'],
  [dos, 'Batch', 'dos bat cmd batch'],
  [elixir, 'Elixir', 'elixir ex exs'],
  [erlang, 'Erlang', 'erlang erl'],
  [fortran, 'Fortran', 'fortran f90 f95 fortranfixed fortranfree'],
  [go, 'Go', 'go golang'],
  [graphql, 'GraphQL', 'graphql gql'],
  [groovy, 'Groovy', 'groovy gradle'],
  [haskell, 'Haskell', 'haskell hs'],
  [http, 'HTTP', 'http https'],
  [ini, 'Configuration', 'ini toml cfg conf'],
  [java, 'Java', 'java jsp'],
  [javascript, 'JavaScript', 'javascript js jsx mjs cjs node'],
  [json, 'JSON', 'json json5 jsonc ipynb'],
  [julia, 'Julia', 'julia jl'],
  [kotlin, 'Kotlin', 'kotlin kt kts'],
  [latex, 'LaTeX', 'latex tex'],
  [less, 'Less', 'less'],
  [lua, 'Lua', 'lua'],
  [makefile, 'Makefile', 'makefile make mk'],
  [markdown, 'Markdown', 'markdown md mkd qmd rmd'],
  [matlab, 'MATLAB', 'matlab octave'],
  [nginx, 'nginx', 'nginx nginxconf'],
  [ocaml, 'OCaml', 'ocaml ml'],
  [perl, 'Perl', 'perl pl pm'],
  [php, 'PHP', 'php'],
  [powershell, 'PowerShell', 'powershell pwsh ps ps1'],
  [properties, 'Properties', 'properties env dotenv'],
  [protobuf, 'Protocol Buffers', 'protobuf proto'],
  [python, 'Python', 'python py python3 py3 ipython gyp'],
  [r, 'R', 'r'],
  [ruby, 'Ruby', 'ruby rb gemspec'],
  [rust, 'Rust', 'rust rs'],
  [scala, 'Scala', 'scala'],
  [scheme, 'Scheme', 'scheme lisp racket'],
  [scss, 'SCSS', 'scss sass'],
  [sql, 'SQL', 'sql mysql postgresql postgres psql sqlite plsql tsql'],
  [swift, 'Swift', 'swift'],
  [typescript, 'TypeScript', 'typescript ts tsx mts cts'],
  [vbnet, 'Visual Basic', 'vbnet vb vba'],
  [vim, 'Vim script', 'vim viml'],
  [x86asm, 'Assembly', 'x86asm asm nasm gnuassembler'],
  [xml, 'XML', 'xml svg xsl xslt rss atom plist xhtml'],
  [xml, 'HTML', 'html htm vue'],
  [yaml, 'YAML', 'yaml yml'],
];

const LANGUAGES: ReadonlyMap<string, Language> = new Map(
  TABLE.flatMap(([grammar, title, names]) => {
    const [name = ''] = names.split(' ');
    return names.split(' ').map((known) => [known, { name: name === 'html' ? 'xml' : name, title, grammar }] as const);
  }),
);

/** Names of a terminal's session: commands behind prompts, and what they print. */
const SESSIONS: ReadonlySet<string> = new Set(
  'console shell-session shellsession sh-session terminal session pwsh-session'.split(' '),
);

/** The language that an author's name stands for, in any letter case; null where none is known. */
export function languageOf(name: string): Language | null {
  return LANGUAGES.get(name.toLowerCase()) ?? null;
}

/** Whether the name stands for a terminal's session. */
export function isSession(name: string): boolean {
  return SESSIONS.has(name.toLowerCase());
}
