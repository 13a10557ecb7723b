import { build } from "esbuild";
import { bundle } from "../bundle.mjs";

// Plotly brings the looks of tiled maps, which none of our charts has.
const withoutStyles = {
  name: "without-styles",
  setup: ({ onLoad }) => onLoad({ filter: /\.css$/ }, () => ({ contents: "", loader: "js" })),
};

await bundle(build, "charts", { define: { global: "window" }, plugins: [withoutStyles] });
