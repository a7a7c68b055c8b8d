package io.facet.training.gate;

import io.facet.training.gate.Bar.Standing;
import java.util.List;
import java.util.stream.Collectors;

/** What the gate says about a challenger. */
public sealed interface Verdict {

  /** All bars, in their order. */
  List<Bar> bars();

  /** In a few words, without a full stop. */
  String reason();

  /** It takes the champion's place. */
  record Promoted(List<Bar> bars, String reason) implements Verdict {

    public Promoted {
      bars = List.copyOf(bars);
    }
  }

  /** It doesn't. */
  record Refused(List<Bar> bars) implements Verdict {

    public Refused {
      bars = List.copyOf(bars);
    }

    /** The bars that it missed; at least one. */
    public List<Bar> missed() {
      return bars.stream().filter(bar -> bar.standing() == Standing.MISSED).toList();
    }

    @Override
    public String reason() {
      return "it misses "
          + missed().stream()
              .map(bar -> "\"%s\" (%s)".formatted(bar.name(), clause(bar.sentence())))
              .collect(Collectors.joining(" and "));
    }
  }

  private static String clause(String sentence) {
    int end = sentence.endsWith(".") ? sentence.length() - 1 : sentence.length();
    return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1, end);
  }

  /** The verdict that {@code bars} amount to. */
  static Verdict of(List<Bar> bars) {
    if (bars.stream().anyMatch(bar -> bar.standing() == Standing.MISSED)) {
      return new Refused(bars);
    }
    String reason =
        bars.stream()
            .filter(LowerError.class::isInstance)
            .findFirst()
            .map(bar -> clause(bar.sentence()))
            .orElse("there was no champion");
    return new Promoted(bars, reason);
  }
}
