// What the kernel runs before the first cell: how figures and tables are shown.
kernel().getRenderer().createRegistration(io.facet.notebooks.Figure.class).preferring("image/png").register((figure, shown) -> {
  var out = shown.getOutputContainer();
  byte[] png = figure.png();
  // Bytes 16 to 19 of a PNG are its width; it is drawn with twice the pixels that it is shown with.
  int width = java.nio.ByteBuffer.wrap(png).getInt(16) / 2;
  out.putText(figure.title());
  out.putData("image/png", java.util.Base64.getEncoder().encodeToString(png));
  out.putMetaData("image/png", java.util.Map.of("alt", figure.title(), "width", width, "drawn", figure.digest()));
});
kernel().getRenderer().createRegistration(io.facet.notebooks.Table.class).preferring("text/html").register((table, shown) -> {
  var out = shown.getOutputContainer();
  out.putText(table.toString());
  out.putHTML(table.html());
});
