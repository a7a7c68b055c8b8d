package io.facet.service.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;

/** A page made here, with the welcome page's style; everything is text until it is marked up. */
public final class HtmlPage {

  public static final MediaType TYPE = new MediaType("text", "html", StandardCharsets.UTF_8);

  private static final String FRAME = resource("/pages/frame.html");

  private final String title;
  private final StringBuilder content = new StringBuilder();

  public HtmlPage(String title) {
    this.title = title;
  }

  public HtmlPage heading(String text) {
    return marked("<h2>", text, "</h2>");
  }

  public HtmlPage paragraph(String text) {
    return marked("<p>", text, "</p>");
  }

  public HtmlPage small(String text) {
    return marked("<p><small>", text, "</small></p>");
  }

  public HtmlPage link(String address, String text) {
    return marked("<p><a href=\"" + HtmlUtils.htmlEscape(address) + "\">", text, "</a></p>");
  }

  public HtmlPage code(String text) {
    return marked("<pre tabindex=\"0\">", text, "</pre>");
  }

  /** What somebody has written as HTML, among our own files. */
  public HtmlPage written(String resource) {
    content.append(resource(resource));
    return this;
  }

  public byte[] bytes() {
    return FRAME
        .replace("{title}", HtmlUtils.htmlEscape(title))
        .replace("{content}", content)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The text of a file of our own. */
  public static String resource(String name) {
    try (InputStream file =
        Objects.requireNonNull(HtmlPage.class.getResourceAsStream(name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HtmlPage marked(String before, String text, String after) {
    content.append(before).append(HtmlUtils.htmlEscape(text)).append(after).append('\n');
    return this;
  }
}
