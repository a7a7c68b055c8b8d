package io.facet.service.stones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facet.service.problems.Problem;
import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import io.facet.valuation.stone.StoneDescription;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoneReaderTest {

  private final StoneReader reader = new StoneReader().withText("client_reference");

  @Test
  void members_are_read_in_any_order() {
    WrittenStone written =
        read(
            """
            {"z":3.55,"y":5.78,"x":5.75,"table":56,"depth":61.5,
             "clarity":"VS1","color":"F","cut":"Ideal","carat":0.72}""");

    assertThat(written.description())
        .isEqualTo(new StoneDescription(.72, "Ideal", "F", "VS1", 61.5, 56., 5.75, 5.78, 3.55));
    assertThat(written.texts()).isEmpty();
  }

  @Test
  void a_member_that_is_null_counts_as_missing() {
    assertThat(read("{\"carat\":null,\"cut\":null,\"client_reference\":null}"))
        .isEqualTo(read("{}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999", "-1e400"})
  void a_number_beyond_all_numbers_is_left_to_the_check_of_the_stone(String carat) {
    assertThat(read("{\"carat\":" + carat + "}").description().carat()).isInfinite();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"carat\":\"0.7\"} | must be a number, without quotes",
        "{\"carat\":true} | must be a number",
        "{\"carat\":[0.7]} | must be a number",
        "{\"carat\":{\"value\":0.7}} | must be a number",
        "{\"carat\":1,\"carat\":1} | is there more than once",
      })
  void a_member_of_the_wrong_form_is_named(String body, String detail) {
    assertThat(refusal(body)).containsExactly(new Problem.Fault("/carat", detail));
  }

  @Test
  void what_stands_inside_a_wrong_member_is_passed_over() {
    assertThat(refusal("{\"x\":{\"y\":[{\"z\":\"1\"}]},\"cut\":7,\"z\":1}"))
        .extracting(Problem.Fault::pointer)
        .containsExactly("/x", "/cut");
  }

  @Test
  void an_unknown_member_is_named_with_those_that_are_known() {
    Problem.Fault fault = refusal("{\"a/b~c\":1}").getFirst();

    assertThat(fault.pointer()).isEqualTo("/a~1b~0c");
    assertThat(fault.allowed())
        .startsWith("carat", "cut", "color", "clarity")
        .endsWith("client_reference");
  }

  @Test
  void a_long_name_is_not_sent_back_whole() {
    assertThat(refusal("{\"" + "n".repeat(5000) + "\":1}").getFirst().pointer())
        .hasSizeLessThan(50);
  }

  @Test
  void a_client_reference_is_a_text_of_at_most_200_characters() {
    assertThat(read("{\"client_reference\":\"" + "r".repeat(200) + "\"}").texts())
        .containsEntry("client_reference", "r".repeat(200));
    assertThat(refusal("{\"client_reference\":\"" + "r".repeat(201) + "\"}"))
        .containsExactly(
            new Problem.Fault("/client_reference", "must have at most 200 characters"));
    assertThat(refusal("{\"client_reference\":12}"))
        .containsExactly(new Problem.Fault("/client_reference", "must be a text in quotes"));
  }

  @Test
  void broken_json_is_said_with_its_place() {
    assertThat(problem("{\"carat\":0.7,\n \"cut\" \"Ideal\"}".getBytes(StandardCharsets.UTF_8)))
        .hasMessage("This is not JSON: it goes wrong at line 2, column 8.");
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 60_000})
  void brackets_without_end_are_refused(int depth) {
    byte[] body = ("{\"carat\":" + "[".repeat(depth)).getBytes(StandardCharsets.UTF_8);

    assertThat(problem(body).type()).isEqualTo(ProblemType.INVALID_BODY);
  }

  @Test
  void bytes_that_are_no_text_are_refused() {
    assertThat(problem(new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'}).type())
        .isEqualTo(ProblemType.INVALID_BODY);
  }

  private WrittenStone read(String body) {
    return reader.read(body.getBytes(StandardCharsets.UTF_8));
  }

  private List<Problem.Fault> refusal(String body) {
    return problem(body.getBytes(StandardCharsets.UTF_8)).faults();
  }

  private ProblemException problem(byte[] body) {
    return catchThrowableOfType(ProblemException.class, () -> reader.read(body));
  }
}
