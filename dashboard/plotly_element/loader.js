// Keeps the place of a chart free until what draws it has come.
export default async (component) => {
  const { data, parentElement } = component;
  parentElement.style.minHeight = `${data.height}px`;
  const { chart } = await import(new URL(data.bundle, document.baseURI));
  return chart(component);
};
