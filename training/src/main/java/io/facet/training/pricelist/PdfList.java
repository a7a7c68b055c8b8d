package io.facet.training.pricelist;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The same page on paper: PDF of A4 sheets, tagged for screen readers (PDF/UA), which takes a font
 * that is embedded. PDFBox brings one.
 */
final class PdfList {

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private PdfList() {}

  /**
   * Writes {@code html}, the same list as the same bytes.
   *
   * @param date that the document states of itself
   */
  static void write(String html, LocalDate date, Path file) throws IOException {
    // The library tells of every step that it takes.
    XRLog.setLoggingEnabled(false);
    // PDFBox looks for fonts that the page doesn't use, and would note what it found in the user's
    // home.
    System.setProperty("pdfbox.fontcache", System.getProperty("java.io.tmpdir"));
    try (PdfBoxRenderer renderer = renderer(html)) {
      renderer.layout();
      try (PDDocument document = renderer.createPDFKeepOpen()) {
        date(document, date);
        document.save(file.toFile());
      }
    }
  }

  private static PdfBoxRenderer renderer(String html) {
    return new PdfRendererBuilder()
        .useFont(
            () -> Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT)),
            "Liberation Sans")
        .usePdfUaAccessibility(true)
        .withProducer("Facet")
        .withHtmlContent(html, null)
        .buildPdfRenderer();
  }

  /** Else the time of writing would be in the file, as a date and as a part of its id. */
  private static void date(PDDocument document, LocalDate date) {
    Calendar noon = GregorianCalendar.from(date.atTime(12, 0).atZone(ZoneOffset.UTC));
    document.getDocumentInformation().setCreationDate(noon);
    document.getDocumentInformation().setModificationDate(noon);
    document.setDocumentId(date.toEpochDay());
  }
}
