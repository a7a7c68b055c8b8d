package io.facet.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.facet.registry.folder.TestModel;
import io.facet.service.settings.BadSettingsException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page that a jeweller hands over with a stone. */
class CertificatesTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final RunningService service = RunningService.shared();

  /** The steps of the ladder, as text reads them out of the page. */
  private static final Pattern STEP = Pattern.compile("× \\d\\.\\d{4} ([+−][\\d,]+\\.\\d\\d)");

  @Test
  void it_says_what_the_stone_is_and_what_it_is_worth() throws IOException {
    JsonNode valuation = value(RunningService.STONE);

    assertThat(text(certificate(service, id(valuation))))
        .contains(
            "Appraisal certificate",
            id(valuation),
            "Round brilliant, 0.72 ct, color F, clarity VS1, cut Ideal",
            "Weight 0.72 ct Cut Ideal Length 5.75 mm",
            "Color F Depth 61.5 % Width 5.78 mm",
            "Clarity VS1 Table 56.0 % Height 3.55 mm",
            usd(valuation, "/price"),
            usd(valuation, "/price_per_carat") + " per carat",
            "Of 100 such stones, an expert prices 90 between "
                + usd(valuation, "/range/low")
                + " and "
                + usd(valuation, "/range/high"),
            "Not considered: shape, lab, fluorescence, polish, symmetry",
            "version demo-model")
        .doesNotContain("Your reference");
  }

  @Test
  void its_ladder_adds_up_to_the_price_to_the_cent() throws IOException {
    JsonNode valuation = value(RunningService.STONE);
    String text = text(certificate(service, id(valuation)));

    BigDecimal reference = valuation.at("/reference/price").decimalValue();
    assertThat(text)
        .contains("Reference: a fine stone of 0.70 ct %,.2f".formatted(reference))
        .contains("Weight 0.72 ct 0.70 ct × 1.0491", "mm/3√ct", "Clarity VS1 VS2");
    assertThat(
            STEP.matcher(text)
                .results()
                .map(step -> new BigDecimal(step.group(1).replace(",", "").replace('−', '-')))
                .reduce(reference, BigDecimal::add))
        .isEqualTo(valuation.get("price").decimalValue());
    assertThat(STEP.matcher(text).results().map(MatchResult::group)).hasSize(9);
  }

  @Test
  void its_qr_code_leads_to_the_valuation_in_the_web_app() throws IOException {
    String id = id(value(RunningService.STONE));

    assertThat(qr(certificate(service, id))).isEqualTo(service.address() + "/app/valuations/" + id);
  }

  @Test
  void where_people_reach_the_service_can_be_said(@TempDir Path home) throws IOException {
    Path model = TestModel.write(home.resolve("model"), 6000);
    try (RunningService shop =
        RunningService.start(
            home,
            Map.of(
                "FACET_MODEL",
                model.toString(),
                "FACET_PUBLIC_URL",
                "https://stones.example/house/"))) {
      String id =
          JSON.readTree(shop.answer("/v1/valuations", RunningService.STONE)).get("id").asString();

      assertThat(qr(certificate(shop, id)))
          .isEqualTo("https://stones.example/house/app/valuations/" + id);
    }
  }

  @Test
  void it_is_one_page_of_a4_even_where_there_is_much_to_say() throws IOException {
    String odd =
        """
        {"carat":4.5,"cut":"Ideal","color":"F","clarity":"VS1","depth":75,"table":80,
         "x":11.6,"y":12.4,"z":8.1,"client_reference":"%s"}"""
            .formatted("Vitrine 4/".repeat(20));

    try (PDDocument page = Loader.loadPDF(certificate(service, id(value(odd))))) {
      assertThat(page.getNumberOfPages()).isEqualTo(1);
      assertThat(page.getPage(0).getMediaBox().getWidth())
          .isEqualTo(PDRectangle.A4.getWidth(), within(1f));
      assertThat(new PDFTextStripper().getText(page)).contains("weight 4.50 ct", "version");
    }
  }

  @Test
  void a_name_is_printed_as_it_is_never_read_as_markup() throws IOException {
    JsonNode valuation =
        value(
            RunningService.STONE.replace(
                "}", ",\"client_reference\":\"<b>R&D</b> \\uFFFF 4 \\u2013 \u30C6\"}"));

    assertThat(text(certificate(service, id(valuation))))
        .contains("Your reference: <b>R&D</b>", "4 – ");
  }

  @Test
  void the_same_valuation_is_the_same_file() {
    String id = id(value(RunningService.STONE));

    assertThat(certificate(service, id)).isEqualTo(certificate(service, id));
  }

  @Test
  void a_browser_shows_it_under_a_name_of_its_own() {
    String id = id(value(RunningService.STONE));

    ask(service, id, "demo")
        .expectHeader()
        .valueEquals(
            "Content-Disposition", "inline; filename=\"certificate-%s.pdf\"".formatted(id));
  }

  @Test
  void what_is_another_businesss_or_nobodys_has_none() {
    String id = id(value(RunningService.STONE));

    for (String unknown : new String[] {id, id.replaceAll(".$", "x"), "17"}) {
      ask(service, unknown, "staff")
          .expectStatus()
          .isNotFound()
          .expectBody()
          .jsonPath("$.detail")
          .isEqualTo("You have no valuation with this id.");
    }
  }

  @Test
  void an_address_that_is_none_is_said_before_the_start() {
    for (String address : new String[] {"stones.example", "https://me:hush@stones.example"}) {
      assertThatThrownBy(() -> Settings.read(Map.of("FACET_PUBLIC_URL", address)))
          .isInstanceOf(BadSettingsException.class)
          .hasMessageContaining("FACET_PUBLIC_URL is \"stones.example\": it must be an address")
          .hasMessageNotContaining("hush");
    }
  }

  private static JsonNode value(String stone) {
    return JSON.readTree(service.answer("/v1/valuations", stone));
  }

  private static String id(JsonNode valuation) {
    return valuation.get("id").asString();
  }

  private static String usd(JsonNode valuation, String pointer) {
    return "$%,.2f".formatted(valuation.at(pointer).decimalValue());
  }

  private static ResponseSpec ask(RunningService service, String id, String key) {
    return service
        .anonymous()
        .get()
        .uri("/v1/valuations/" + id + "/certificate")
        .header("X-API-Key", service.key(key))
        .exchange();
  }

  private static byte[] certificate(RunningService service, String id) {
    return Objects.requireNonNull(
        ask(service, id, "demo")
            .expectStatus()
            .isOk()
            .expectHeader()
            .contentType("application/pdf")
            .expectBody()
            .returnResult()
            .getResponseBody());
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document).replaceAll("\\s+", " ");
    }
  }

  /** Now and then the squares of a code fall so between the pixels that only others show it. */
  private static String qr(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFRenderer renderer = new PDFRenderer(document);
      for (int resolution : List.of(150, 200, 300)) {
        Optional<String> text = qr(renderer.renderImageWithDPI(0, resolution));
        if (text.isPresent()) {
          return text.get();
        }
      }
    }
    throw new AssertionError("nobody can read the QR code");
  }

  private static Optional<String> qr(BufferedImage page) {
    int width = page.getWidth();
    int height = page.getHeight();
    int[] pixels = page.getRGB(0, 0, width, height, null, 0, width);
    try {
      return Optional.of(
          new QRCodeReader()
              .decode(
                  new BinaryBitmap(
                      new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))),
                  Map.of(DecodeHintType.TRY_HARDER, true))
              .getText());
    } catch (ReaderException e) {
      return Optional.empty();
    }
  }
}
