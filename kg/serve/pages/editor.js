// Oxigraph's query editor, asking this server alone, with the query that stands in the address.
"use strict";

// Its other completers ask prefix.cc and lov.linkeddata.es.
Yasgui.Yasqe.defaults.autocompleters = ["variables"];

const endpoint = new URL("/query", window.location.href).href;
const wanted = new URLSearchParams(window.location.search).get("query");
const editor = new Yasgui(document.getElementById("yasgui"), {
  requestConfig: { endpoint },
  copyEndpointOnNewTab: false,
  populateFromUrl: false,
  endpointCatalogueOptions: { getData: () => [{ endpoint }], keys: [] },
});
if (wanted) {
  const tab = editor.addTab(true);
  tab.setQuery(wanted);
  tab.setEndpoint(endpoint);
}
