// Bundle the charts into the file that the app serves, with the licences of what is in it.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const TARGET = "../../dashboard/static/charts";
const NAMES = ["LICENSE", "LICENSE.md", "LICENSE.txt", "license", "license.md", "LICENCE"];

// Plotly brings the looks of tiled maps, which none of our charts has.
const withoutStyles = {
  name: "without-styles",
  setup: ({ onLoad }) => onLoad({ filter: /\.css$/ }, () => ({ contents: "", loader: "js" })),
};

const { metafile } = await build({
  entryPoints: ["charts.js"],
  outfile: `${TARGET}/charts.js`,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  define: { global: "window" },
  plugins: [withoutStyles],
});

const [{ inputs }] = Object.values(metafile.outputs);
const packages = new Set(
  Object.entries(inputs)
    .filter(([, { bytesInOutput }]) => bytesInOutput)
    .map(([path]) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1])
    .filter(Boolean),
);
const licences = [...packages].sort().map((name) => {
  const { version, license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
  const file = NAMES.map((each) => `node_modules/${name}/${each}`).find(existsSync);
  const text = file ? readFileSync(file, "utf8").replaceAll("\r\n", "\n").trim() : "";
  return `${name} ${version} (${license})\n\n${text}\n`;
});
writeFileSync(`${TARGET}/LICENSES.txt`, licences.join(`\n${"-".repeat(72)}\n\n`));
