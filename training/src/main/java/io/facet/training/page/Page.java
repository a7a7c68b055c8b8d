package io.facet.training.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * A report as one HTML page that needs nothing else, well formed as XML too. All text is escaped,
 * so that nothing from a file or a registry becomes markup.
 */
public final class Page {

  private final String title;
  private final StringBuilder body = new StringBuilder();

  public Page(String title) {
    this.title = title;
    body.append("<h1>").append(escaped(title)).append("</h1>\n");
  }

  /** The sentence that a hurried reader takes away, marked as good news or not. */
  public Page verdict(String text, boolean good) {
    return element(good ? "p class=\"good\"" : "p class=\"bad\"", text);
  }

  public Page heading(String text) {
    return element("h2", text);
  }

  public Page paragraph(String text) {
    return element("p", text);
  }

  /**
   * A table.
   *
   * @param header of each column
   * @param rows cell by cell; the first cell names the row
   * @param marked the first cells of rows that must not be overlooked
   */
  public Page table(List<String> header, List<List<String>> rows, List<String> marked) {
    body.append("<table>\n<thead><tr>");
    header.forEach(cell -> body.append("<th scope=\"col\">").append(escaped(cell)).append("</th>"));
    body.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : rows) {
      body.append(marked.contains(row.getFirst()) ? "<tr class=\"bad\">" : "<tr>");
      body.append("<th scope=\"row\">").append(escaped(row.getFirst())).append("</th>");
      row.stream()
          .skip(1)
          .forEach(cell -> body.append("<td>").append(escaped(cell)).append("</td>"));
      body.append("</tr>\n");
    }
    body.append("</tbody>\n</table>\n");
    return this;
  }

  /**
   * A picture, inside the page.
   *
   * @param words what it shows, for people who don't see it
   */
  public Page picture(byte[] png, String words) {
    body.append("<img alt=\"")
        .append(escaped(words))
        .append("\" src=\"data:image/png;base64,")
        .append(Base64.getEncoder().encodeToString(png))
        .append("\"/>\n");
    return this;
  }

  /** The whole page. */
  public String html() {
    return """
        <!DOCTYPE html>
        <html lang="en" xml:lang="en" xmlns="http://www.w3.org/1999/xhtml">
        <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        %s</body>
        </html>
        """
        .formatted(escaped(title), style(), body);
  }

  private Page element(String tag, String text) {
    body.append('<').append(tag).append('>').append(escaped(text));
    body.append("</").append(tag.split(" ", 2)[0]).append(">\n");
    return this;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String style() {
    try (InputStream in = Page.class.getResourceAsStream("page.css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
