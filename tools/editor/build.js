// Bundle the editor into the file that the app serves, with the licences of what is in it.

import { readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const TARGET = "../../dashboard/static/editor";

const { metafile } = await build({
  entryPoints: ["editor.js"],
  outfile: `${TARGET}/editor.js`,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  metafile: true,
});

const packages = new Set(
  Object.keys(metafile.inputs)
    .map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1])
    .filter(Boolean),
);
const licences = [...packages].sort().map((name) => {
  const { version, license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
  const text = readFileSync(`node_modules/${name}/LICENSE`, "utf8").trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
});
writeFileSync(`${TARGET}/LICENSES.txt`, licences.join(`\n${"-".repeat(72)}\n\n`));
