package io.facet.service.certificates;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.facet.service.valuations.ValuationAnswer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The certificate on paper: PDF of one A4 sheet, tagged for screen readers (PDF/UA), which takes a
 * font that is embedded. PDFBox brings one.
 */
final class CertificatePdf {

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  static {
    // The library tells of every step that it takes.
    XRLog.setLoggingEnabled(false);
    // PDFBox looks for fonts that the page doesn't use, and would note what it found in the user's
    // home.
    System.setProperty("pdfbox.fontcache", System.getProperty("java.io.tmpdir"));
  }

  private CertificatePdf() {}

  /** The same valuation with the same {@code link} to it is the same bytes. */
  static byte[] of(ValuationAnswer valuation, URI link) {
    String html = CertificatePage.of(valuation, link);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (PdfBoxRenderer renderer = renderer(html)) {
      renderer.layout();
      try (PDDocument document = renderer.createPDFKeepOpen()) {
        date(document, valuation.createdAt());
        // The hash that Java itself defines, else chance would be in the file.
        document.setDocumentId((long) valuation.id().hashCode());
        document.save(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
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

  private static void date(PDDocument document, Instant at) {
    Calendar made = GregorianCalendar.from(at.atZone(ZoneOffset.UTC));
    document.getDocumentInformation().setCreationDate(made);
    document.getDocumentInformation().setModificationDate(made);
  }
}
