package io.facet.service.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.facet.service.RunningService;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the staff does, each from signing in to its result. */
class WebAppTest {

  private static final House HOUSE = House.shared();
  private static final RunningService SERVICE = HOUSE.service();
  private static final String STONE =
      "carat=0.72&cut=Ideal&color=F&clarity=VS1&depth=61.5&table=56&x=5.75&y=5.78&z=3.55";
  private static final Pattern SAVED = Pattern.compile(".*/app/valuations/[^/]+$");

  @Test
  void whoever_follows_a_link_signs_in_and_is_there() {
    try (Visitor visitor = Visitor.stranger(SERVICE)) {
      Page page = visitor.page();
      page.navigate("/app/collection?color=F");
      assertThat(page).hasTitle("Sign in – Facet");

      visitor.signIn(SERVICE.key("staff"));

      assertThat(page).hasURL(SERVICE.address() + "/app/collection?color=F");
      assertThat(page).hasTitle("Collection – Facet");
      visitor.button("Sign out").click();
      assertThat(page).hasTitle("Sign in – Facet");
      page.goBack();
      assertThat(page).hasTitle("Sign in – Facet");
    }
  }

  @Test
  void a_key_that_is_none_or_for_programs_opens_nothing_and_says_why() {
    try (Visitor visitor = Visitor.stranger(SERVICE)) {
      visitor.page().navigate("/login");

      visitor.signIn("fct_live_%016x_%064x".formatted(7, 7));
      assertThat(visitor.page().getByRole(AriaRole.ALERT)).containsText("key");

      visitor.signIn(SERVICE.key("demo"));
      assertThat(visitor.page().getByRole(AriaRole.ALERT)).containsText("program");
      assertThat(visitor.page()).hasTitle("Sign in – Facet");
    }
  }

  @Test
  void a_stone_is_valued_while_one_types_and_the_steps_add_up_to_the_price() {
    try (Visitor visitor = staff("/app/?" + STONE)) {
      BigDecimal price = HOUSE.price(RunningService.STONE);
      assertThat(price(visitor)).hasText(dollars(price));
      assertThat(steps(visitor)).isEqualByComparingTo(price);

      visitor.field("Weight").fill("0,90");
      BigDecimal heavier = HOUSE.price(RunningService.STONE.replace("0.72", "0.90"));
      assertThat(price(visitor)).hasText(dollars(heavier));
      visitor.settled();
      assertThat(steps(visitor)).isEqualByComparingTo(heavier);
    }
  }

  @Test
  void four_facts_are_enough_and_depth_follows_from_what_was_measured() {
    try (Visitor visitor = staff("/app/")) {
      visitor.field("Weight").fill("1.00");
      visitor.choose("Color", "D");
      assertThat(visitor.beside("Weight")).containsText("magic weight");
      assertThat(price(visitor)).not().isEmpty();

      visitor.page().locator(".proportions summary").click();
      visitor.field("Length x").fill("6.40");
      visitor.field("Width y").fill("6.40");
      visitor.field("Height z").fill("4.00");
      assertThat(visitor.field("Depth")).hasValue("62.5");
      visitor.field("Depth").fill("60");
      assertThat(visitor.field("Height z")).hasValue("3.84");
    }
  }

  @Test
  void what_is_wrong_stands_beside_its_field() {
    try (Visitor visitor = staff("/app/?" + STONE)) {
      visitor.field("Weight").fill("heavy");
      assertThat(visitor.beside("Weight")).hasText("is not a number");
      visitor.field("Weight").fill("-1");
      assertThat(visitor.beside("Weight")).hasClass("problem");
      assertThat(visitor.field("Weight")).hasAttribute("aria-invalid", "true");
      assertThat(visitor.page().getByText("No price for this")).isVisible();
      assertThat(visitor.button("Save valuation")).isDisabled();

      visitor.field("Weight").fill("0.72");
      assertThat(price(visitor)).hasText(dollars(HOUSE.price(RunningService.STONE)));
      assertThat(visitor.button("Save valuation")).isEnabled();
    }
  }

  @Test
  void a_valuation_is_saved_found_again_printed_and_shared() throws IOException {
    try (Visitor visitor = staff("/app/?" + STONE)) {
      String name = "tray 4, stone " + System.nanoTime();
      visitor.field("Your name for it").fill(name);
      visitor.button("Save valuation").click();
      visitor.page().waitForURL(SAVED);
      String address = visitor.page().url();
      String price = price(visitor).innerText();

      visitor.link("History").click();
      visitor.page().getByLabel("Named").fill(name);
      assertThat(visitor.page().locator("tbody tr")).hasCount(1);
      visitor.page().locator("tbody a").click();
      assertThat(visitor.page()).hasURL(address);
      assertThat(price(visitor)).hasText(price);

      visitor.button("Copy link").click();
      assertThat(visitor.button("Link copied")).isVisible();
      assertThat(visitor.page().evaluate("navigator.clipboard.readText()")).isEqualTo(address);
      byte[] certificate =
          visitor
              .page()
              .request()
              .get(visitor.link("Certificate (PDF)").getAttribute("href"))
              .body();
      assertThat(new String(certificate, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");

      visitor.page().onceDialog(dialog -> dialog.accept());
      visitor.button("Erase").click();
      assertThat(visitor.page()).hasURL(SERVICE.address() + "/app/valuations");
      visitor.page().navigate(address);
      assertThat(visitor.page().getByRole(AriaRole.ALERT)).isVisible();
    }
  }

  @Test
  void two_clicks_make_one_valuation() {
    try (Visitor visitor = staff("/app/?" + STONE)) {
      String name = "twice " + System.nanoTime();
      visitor.field("Your name for it").fill(name);
      visitor.button("Save valuation").evaluate("it => { it.click(); it.click(); }");
      visitor.page().waitForURL(SAVED);

      visitor.open("/app/valuations").getByLabel("Named").fill(name);
      visitor.settled();
      assertThat(visitor.page().locator("tbody tr")).hasCount(1);
    }
  }

  @Test
  void what_if_moves_price_and_reasons_at_once() {
    try (Visitor visitor = staff("/app/what-if?" + STONE)) {
      String price = price(visitor).innerText();
      visitor.page().getByRole(AriaRole.SLIDER, named("Table")).press("ArrowRight");
      assertThat(visitor.page().locator(".difference")).not().containsText("+0.0%");
      assertThat(price(visitor)).not().hasText(price);
      BigDecimal wider = HOUSE.price(RunningService.STONE.replace("56,", "56.5,"));
      assertThat(price(visitor)).hasText(dollars(wider));
      visitor.settled();
      assertThat(steps(visitor)).isEqualByComparingTo(wider);

      visitor.button("Start again").click();
      assertThat(price(visitor)).hasText(price);
    }
  }

  @Test
  void the_collection_is_filtered_sorted_and_a_stone_of_it_explained() {
    try (Visitor visitor = staff("/app/collection")) {
      Locator stones = visitor.page().getByRole(AriaRole.STATUS).first();
      assertThat(stones).containsText("5 stones, 1 to 5 shown");
      visitor.button("Expert against model").click();
      Locator first = visitor.page().locator("section .scroll").last().locator("tbody tr").first();
      assertThat(first).containsText("above");

      visitor.page().getByLabel("Priced by the expert").selectOption("Not yet");
      assertThat(stones).containsText("3 stones");
      assertThat(visitor.page()).hasURL(Pattern.compile(".*appraised=false.*"));
      visitor.link("Collection").click();
      assertThat(stones).containsText("5 stones");
      Locator find = visitor.page().getByRole(AriaRole.SEARCHBOX, named("Find"));
      find.fill("0.3-1 ct ideal vs1");
      find.press("Enter");
      assertThat(visitor.page()).hasURL(Pattern.compile(".*cut=Ideal.*caratMin=0.3&caratMax=1.*"));
      assertThat(stones).containsText("1 stone, 1 to 1 shown");
      find.fill("a pink one");
      find.press("Enter");
      assertThat(visitor.page().locator("#find-note")).containsText("neither a weight nor a grade");
      visitor.page().getByLabel("From ct").fill("abc");
      assertThat(visitor.page().getByText("“abc” is no weight")).isVisible();
      find.fill("1");
      find.press("Enter");
      assertThat(visitor.page()).hasTitle("Stone 1 – Facet");
      assertThat(visitor.page().locator("dl.figures")).containsText("above the model's range");
      assertThat(price(visitor)).hasText(dollars(HOUSE.price(RunningService.STONE)));
    }
  }

  @Test
  void an_expert_prices_what_the_model_is_least_sure_of() {
    try (Visitor visitor = staff("/app/appraise")) {
      Locator desk = visitor.page().locator(".bench h2");
      String stone = desk.innerText();
      visitor.button("Send").click();
      assertThat(visitor.beside("Your price")).hasText("is missing");

      visitor.field("Your price").fill("$ 44,321.50");
      assertThat(visitor.beside("Your price")).hasText("Reads as $44,321.50");
      visitor.page().onceDialog(dialog -> dialog.dismiss());
      visitor.button("Send").click();
      assertThat(desk).hasText(stone);
      visitor.field("Your price").fill("4 321,50");
      visitor.page().onceDialog(dialog -> dialog.accept());
      visitor.button("Send").click();

      assertThat(desk).not().hasText(stone);
      assertThat(visitor.page().getByText("You priced 1 just now.")).isVisible();
      assertThat(
              visitor.page().getByRole(AriaRole.REGION, named("Sent appraisals")).locator("tbody"))
          .containsText("$4,322");
      assertThat(visitor.field("Your price")).isFocused();
      visitor.button("Later").click();
      assertThat(visitor.page().locator(".queue li")).hasCount(1);

      visitor.open("/app/appraise");
      assertThat(visitor.page().locator(".queue li")).hasCount(2);
    }
  }

  @Test
  void a_file_is_valued_row_by_row_and_its_result_taken_home() throws IOException {
    try (Visitor visitor = staff("/app/upload")) {
      upload(visitor, "tray.csv", House.BOOKS);

      Locator figures = visitor.page().locator("dl.figures");
      assertThat(visitor.link("Download the result")).isVisible();
      assertThat(figures).containsText("Valued5");
      assertThat(figures).containsText("Without a price1");
      assertThat(visitor.page().getByRole(AriaRole.REGION, named("Rows without a price")))
          .containsText("z");
      Download result =
          visitor.page().waitForDownload(() -> visitor.link("Download the result").click());
      assertThat(result.suggestedFilename()).isEqualTo("tray-valued.csv");
      List<String> lines = Files.readAllLines(result.path());
      assertThat(lines).hasSize(7);
      assertThat(lines.getFirst()).startsWith("carat,cut,color");
    }
  }

  @Test
  void a_file_that_is_none_is_refused_in_words() {
    try (Visitor visitor = staff("/app/upload")) {
      upload(visitor, "prices.csv", "weight;shape\n1;round\n");

      assertThat(visitor.page().getByRole(AriaRole.ALERT))
          .containsText("This isn't a list of stones. The first line must name the columns");
      upload(visitor, "prices.xlsx", "PK");
      assertThat(visitor.page().getByRole(AriaRole.ALERT)).containsText("Save it as CSV");
      upload(visitor, "nothing.csv", "");
      assertThat(visitor.page().getByRole(AriaRole.ALERT)).containsText("no stones");
    }
  }

  @Test
  void a_long_file_leaves_the_app_alive_and_can_be_stopped() throws IOException {
    try (Visitor visitor = staff("/app/upload")) {
      String row = "0.72,Ideal,F,VS1,61.5,56,3000,5.75,5.78,3.55\n";
      upload(visitor, "long.csv", House.BOOKS + row.repeat(200_000));

      visitor.page().locator("dl.figures").getByText("Valued0").waitFor(gone());
      visitor.link("Models").click();
      assertThat(visitor.page()).hasTitle("Models – Facet");
      visitor.page().getByRole(AriaRole.LINK, beginning("Upload")).click();
      visitor.button("Stop").click();

      assertThat(visitor.page().getByText("Nothing was stored.")).isVisible();
      Download partly =
          visitor
              .page()
              .waitForDownload(() -> visitor.link("Download what was valued so far").click());
      assertThat(Files.readAllLines(partly.path())).hasSizeGreaterThan(100);
      upload(visitor, "tray.csv", House.BOOKS);
      assertThat(visitor.link("Download the result")).isVisible();
    }
  }

  @Test
  void the_price_list_is_shown_by_band_and_printed() {
    try (Visitor visitor = staff("/app/price-list")) {
      assertThat(visitor.page().locator("table.rap caption")).hasText("0.70 – 0.89 ct");
      visitor.page().getByLabel("Weight").selectOption("0.90 – 0.99 ct");
      assertThat(visitor.page().locator("table.rap")).containsText("50.0");

      Download pdf = visitor.page().waitForDownload(() -> visitor.button("PDF").click());
      assertThat(pdf.suggestedFilename()).isEqualTo("price-list.pdf");
    }
  }

  @Test
  void a_new_champion_is_told_of_and_leaves_old_valuations_as_they_were() {
    try (Visitor visitor = staff("/app/?" + STONE)) {
      String former = HOUSE.version();
      visitor.button("Save valuation").click();
      visitor.page().waitForURL(SAVED);
      BigDecimal before = HOUSE.price(RunningService.STONE);
      String address = visitor.page().url();

      String version = HOUSE.crown(7_000);

      visitor.open(address);
      assertThat(price(visitor)).hasText(dollars(before));
      assertThat(visitor.page().locator(".lead")).containsText("model version " + former);
      assertThat(visitor.page().locator(".today"))
          .containsText(
              "Version " + version + " says " + dollars(HOUSE.price(RunningService.STONE)));

      visitor.open("/app/models");
      assertThat(visitor.page().locator(".log li").first())
          .containsText("Version %s after %s".formatted(version, former));
      assertThat(visitor.page().locator(".log li").first())
          .containsText("stones of 1 ct around $7000");
      assertThat(visitor.page().getByText("Do its ranges hold?")).isVisible();
      assertThat(visitor.page().getByText("Is it right on average?")).isVisible();
      visitor.page().getByLabel("Over time").selectOption("Off by in %, on average");
      assertThat(visitor.page().getByRole(AriaRole.IMG, beginning("Off by in %"))).isVisible();
      assertThat(visitor.link("Its run in MLflow"))
          .hasAttribute("href", Pattern.compile("http://127.0.0.1:\\d+/#/runs/[0-9a-f]{32}"));

      visitor.open("/app/price-list");
      assertThat(visitor.page().getByRole(AriaRole.REGION, named("Prices that have moved")))
          .containsText("0.70–0.89 ct F VS1");
    }
  }

  @Test
  void stones_unlike_those_it_has_learned_from_are_seen_on_the_page_of_models() {
    SERVICE.value(RunningService.STONE, 5_000);
    try (Visitor visitor = staff("/app/models")) {
      Locator drift = visitor.page().getByRole(AriaRole.REGION, named("What has moved"));
      assertThat(drift.getByRole(AriaRole.ROW, beginningThere("Color"))).containsText("F: ");
      assertThat(drift.getByRole(AriaRole.ROW, beginningThere("Color"))).containsText("alarm");
      assertThat(visitor.page().getByText("not such as it has learned from")).isVisible();
    }
  }

  @Test
  void a_business_is_given_a_key_that_is_shown_once_and_taken_from_it() {
    try (Visitor visitor = Visitor.signedIn(SERVICE, "admin")) {
      visitor.open("/app/keys");
      String name = "till " + System.nanoTime();
      visitor.field("Business").fill("corner-shop");
      visitor.field("What it is for").fill(name);
      visitor.button("Issue").click();
      Locator shown = visitor.page().getByRole(AriaRole.DIALOG);
      String key = shown.locator(".secret").innerText();
      visitor.button("I have kept it").click();
      visitor.settled();
      assertThat(visitor.page().locator("body")).not().containsText(key);
      asking(key).isOk();

      visitor.page().onceDialog(dialog -> dialog.accept());
      visitor.button("Revoke " + name).click();
      assertThat(visitor.page().locator("tr", has(name))).containsText("revoked");
      asking(key).isUnauthorized();
    }
  }

  @Test
  void who_may_not_give_keys_sees_no_way_to() {
    try (Visitor visitor = staff("/app/")) {
      assertThat(visitor.link("Models")).isVisible();
      assertThat(visitor.link("Keys and use")).not().isVisible();
      visitor.open("/app/keys");
      assertThat(visitor.page().getByRole(AriaRole.ALERT).first()).containsText("scope");
    }
  }

  @Test
  void a_session_that_ends_meanwhile_keeps_what_was_typed() {
    try (Visitor visitor = staff("/app/?" + STONE)) {
      visitor.field("Your name for it").fill("the widow's ring");
      visitor.window().clearCookies();

      visitor.button("Save valuation").click();

      assertThat(visitor.page().getByText("What you typed is still here:")).isVisible();
      assertThat(visitor.field("Your name for it")).hasValue("the widow's ring");
      assertThat(visitor.link("History")).isVisible();

      Page elsewhere =
          visitor.page().waitForPopup(() -> visitor.link("sign in in another window").click());
      elsewhere.getByLabel("Your staff key").fill(SERVICE.key("staff"));
      elsewhere.getByRole(AriaRole.BUTTON, named("Sign in")).click();
      elsewhere.waitForURL("**/app/**");
      elsewhere.close();
      visitor.page().evaluate("dispatchEvent(new Event('focus'))");
      assertThat(visitor.page().getByText("What you typed is still here:")).not().isVisible();
      visitor.button("Save valuation").click();
      visitor.page().waitForURL(SAVED);
      assertThat(visitor.page().locator(".lead")).containsText("the widow's ring");
    }
  }

  @Test
  void an_address_that_leads_nowhere_leads_back() {
    try (Visitor visitor = staff("/app/nowhere")) {
      assertThat(visitor.page()).hasTitle("There is no such page – Facet");
      visitor.link("Value a stone").click();
      assertThat(visitor.page()).hasTitle("Value a stone – Facet");
    }
  }

  @Test
  void numbers_are_written_as_the_reader_writes_them() {
    Browser.NewContextOptions german = Visitor.window(1440, ColorScheme.LIGHT).setLocale("de-DE");
    try (Visitor visitor = Visitor.signedIn(SERVICE, "staff", german)) {
      visitor.open("/app/?" + STONE);
      String written =
          NumberFormat.getIntegerInstance(Locale.GERMANY)
              .format(HOUSE.price(RunningService.STONE).setScale(0, RoundingMode.HALF_UP));
      assertThat(price(visitor)).hasText(written + " $");
    }
  }

  @Test
  void while_facet_is_away_no_old_price_stands_beside_a_new_stone_and_it_comes_back_by_itself() {
    try (Visitor visitor = staff("/app/?" + STONE)) {
      Locator stale = visitor.page().locator(".result > .stale");
      assertThat(price(visitor)).isVisible();
      visitor.window().setOffline(true);
      visitor.field("Weight").fill("0.75");

      assertThat(stale).isVisible();
      assertThat(visitor.page().getByRole(AriaRole.ALERT)).containsText("Check your connection");
      assertThat(visitor.button("Save valuation")).isDisabled();
      visitor.window().setOffline(false);
      assertThat(visitor.button("Save valuation")).isEnabled();
      assertThat(stale).hasCount(0);
      assertThat(price(visitor)).not().hasText(dollars(HOUSE.price(RunningService.STONE)));
    }
  }

  @Test
  void a_page_that_can_not_be_fetched_says_so_and_comes_once_it_can() {
    try (Visitor visitor = staff("/app/")) {
      visitor.window().route("**/assets/History-*", route -> route.abort());
      visitor.link("History").click();
      assertThat(visitor.page()).hasTitle("This page didn't come – Facet");

      visitor.window().unroute("**/assets/History-*");
      visitor.button("Try again").click();
      assertThat(visitor.page()).hasTitle("History – Facet");
    }
  }

  @Test
  void all_of_it_goes_by_keyboard() {
    try (Visitor visitor = staff("/app/?" + STONE)) {
      Page page = visitor.page();
      visitor.link("Skip to the page").press("Enter");
      tabTo(page, visitor.field("Weight"));
      page.keyboard().press("Control+A");
      page.keyboard().type("0.90");
      tabTo(page, page.getByRole(AriaRole.RADIO, named("F")));
      page.keyboard().press("ArrowRight");
      tabTo(page, visitor.button("Save valuation"));
      page.keyboard().press("Enter");

      page.waitForURL(SAVED);
      assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
          .isFocused();
    }
  }

  private static void tabTo(Page page, Locator place) {
    for (int presses = 0; presses < 60; presses++) {
      page.keyboard().press("Tab");
      if ((boolean) place.evaluate("it => it === document.activeElement")) {
        return;
      }
    }
    throw new AssertionError("no key leads to " + place);
  }

  private static Visitor staff(String path) {
    Visitor visitor = Visitor.signedIn(SERVICE, "staff");
    visitor.open(path);
    return visitor;
  }

  private static Locator price(Visitor visitor) {
    return visitor.page().locator(".price output");
  }

  private static BigDecimal steps(Visitor visitor) {
    List<String> amounts = visitor.page().locator(".steps td.figure").allInnerTexts();
    return amounts.subList(0, amounts.size() - 1).stream()
        .map(amount -> new BigDecimal(amount.replaceAll("[^0-9.-]", "")))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String dollars(BigDecimal price) {
    NumberFormat format = NumberFormat.getCurrencyInstance(Locale.US);
    format.setMaximumFractionDigits(0);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(price);
  }

  private static void upload(Visitor visitor, String name, String text) {
    visitor
        .page()
        .locator("input[type=file]")
        .setInputFiles(new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8)));
  }

  private static org.springframework.test.web.reactive.server.StatusAssertions asking(String key) {
    return SERVICE
        .anonymous()
        .get()
        .uri("/v1/models/current")
        .header("X-API-Key", key)
        .exchange()
        .expectStatus();
  }

  private static Locator.WaitForOptions gone() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
  }

  private static Locator.GetByRoleOptions beginningThere(String name) {
    return new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name));
  }

  private static Page.GetByRoleOptions beginning(String name) {
    return new Page.GetByRoleOptions().setName(Pattern.compile("^" + name));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.LocatorOptions has(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
