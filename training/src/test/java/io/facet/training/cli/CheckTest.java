package io.facet.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.registry.LocalStack;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckTest {

  private static final Path STONES = LocalStack.checkout().resolve("datasets/diamonds");

  @TempDir private static Path shared;
  @TempDir private Path folder;

  private static String model = "";

  @BeforeAll
  static void train() {
    model = shared.resolve("model").toString();
    Terminal trained =
        Terminal.run(
            shared, "train", "--family", "linear", "--data", Terminal.collection(), "--out", model);
    assertThat(trained.exit()).isZero();
  }

  @Test
  void a_sound_file_is_accepted_and_counted() {
    Terminal checked = check(stones("fresh/2026-09.csv"), "--model", model);

    assertThat(checked.exit()).isEqualTo(ExitCode.DONE);
    assertThat(checked.out())
        .contains("2026-09.csv: accepted")
        .contains("1,000 rows: 999 taken, 1 set aside")
        .contains("z must be above 0 mm");
  }

  @Test
  void one_refused_file_of_two_is_named_and_the_exit_code_says_so() {
    Terminal checked =
        check(stones("damaged/sound.csv"), stones("damaged/prices-in-euro.csv"), "--model", model);

    assertThat(checked.exit()).isEqualTo(ExitCode.DATA_REFUSED);
    assertThat(checked.out())
        .contains("sound.csv: accepted", "prices-in-euro.csv: refused", "another currency");
  }

  @Test
  void a_second_file_is_compared_with_the_first() {
    Terminal checked = check(stones("damaged/sound.csv"), stones("damaged/bom-and-crlf.csv"));

    assertThat(checked.out()).contains("40 known already").contains("1 × nothing_new");
    assertThat(checked.exit()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void without_a_model_nobody_claims_to_have_compared_prices() {
    Terminal checked = check(stones("damaged/prices-in-rupees.csv"));

    assertThat(checked.exit()).isEqualTo(ExitCode.DONE);
    assertThat(checked.out()).contains("prices not compared with any model's");
  }

  @Test
  void a_report_of_each_file_lies_in_the_folder_also_of_two_with_one_name() {
    Terminal checked =
        check(
            stones("damaged/units.csv"),
            stones("damaged/units.csv"),
            "--report",
            folder.resolve("reports").toString());

    assertThat(checked.exit()).isEqualTo(ExitCode.DONE);
    for (String name : new String[] {"units", "units-2"}) {
      assertThat(folder.resolve("reports/" + name + ".html")).isNotEmptyFile();
      assertThat(folder.resolve("reports/" + name + "-findings.csv")).isNotEmptyFile();
      JsonNode report =
          JsonMapper.shared().readTree(folder.resolve("reports/" + name + ".json").toFile());
      assertThat(report.get("counts").get("set_aside").asInt()).isEqualTo(5);
    }
  }

  @Test
  void where_the_champion_is_away_all_but_prices_is_checked_and_nobody_is_told_that_all_is_well() {
    String nowhere = "http://127.0.0.1:9";
    Terminal sound = check(stones("damaged/sound.csv"), "--model", "champion", "--mlflow", nowhere);
    Terminal bad =
        check(stones("damaged/semicolons.csv"), "--model", "champion", "--mlflow", nowhere);

    assertThat(sound.err()).contains("goes on without comparing prices");
    assertThat(sound.out()).contains("sound.csv: accepted");
    assertThat(sound.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(bad.exit()).isEqualTo(ExitCode.DATA_REFUSED);
  }

  @Test
  void the_rules_can_be_listed_and_no_file_is_a_mistake() {
    Terminal rules = check("--rules");

    assertThat(rules.exit()).isEqualTo(ExitCode.DONE);
    assertThat(rules.out())
        .contains("depth_fit")
        .contains("stated depth lies within 10 points of 100·z / mean(x, y)");
    assertThat(check().exit()).isEqualTo(ExitCode.USAGE);
  }

  private Terminal check(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "check";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Terminal.run(folder, all);
  }

  private static String stones(String file) {
    return STONES.resolve(file).toString();
  }
}
