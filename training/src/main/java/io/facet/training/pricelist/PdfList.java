package io.facet.training.pricelist;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The same page on paper: PDF of A4 sheets, tagged for screen readers (PDF/UA), which takes a font
 * that is embedded. PDFBox brings one.
 */
final class PdfList {

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private PdfList() {}

  static void write(String html, Path file) throws IOException {
    // The library tells of every step that it takes.
    XRLog.setLoggingEnabled(false);
    // PDFBox looks for fonts that the page doesn't use, and would note what it found in the user's
    // home.
    System.setProperty("pdfbox.fontcache", System.getProperty("java.io.tmpdir"));
    try (OutputStream out = Files.newOutputStream(file)) {
      new PdfRendererBuilder()
          .useFont(
              () -> Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT)),
              "Liberation Sans")
          .usePdfUaAccessibility(true)
          .withProducer("Facet")
          .withHtmlContent(html, null)
          .toStream(out)
          .run();
    }
  }
}
