package io.facet.training.gate;

import io.facet.registry.folder.ModelFolder;
import io.facet.training.evaluation.Priced;
import io.facet.valuation.Appraisal;
import java.util.List;
import java.util.Optional;

/**
 * What a verdict stands on: stones that a challenger has not learned from, priced by it. The gate
 * doesn't ask where they come from.
 */
public sealed interface Evidence {

  /** The stones as the challenger prices them; may be empty where there is nothing to go by. */
  List<Priced> challenger();

  /** In a few words, which stones these are. */
  String words();

  /**
   * Nobody is champion yet.
   *
   * @param words such as {@code 4,985 stones out of fold}
   * @param challenger the stones as it prices them
   */
  record Unopposed(String words, List<Priced> challenger) implements Evidence {

    public Unopposed {
      challenger = List.copyOf(challenger);
    }
  }

  /**
   * The same stones priced by both, neither of which has learned from them.
   *
   * @param words such as {@code 1,612 stones of the gate set}
   * @param rival the champion's name, such as {@code version 7}
   * @param challenger the stones as the challenger prices them
   * @param champion the same stones in the same order, at the same expert's prices
   */
  record Paired(String words, String rival, List<Priced> challenger, List<Priced> champion)
      implements Evidence {

    public Paired {
      challenger = List.copyOf(challenger);
      champion = List.copyOf(champion);
      if (challenger.isEmpty() || challenger.size() != champion.size()) {
        throw new IllegalArgumentException(
            "%d stones against %d".formatted(challenger.size(), champion.size()));
      }
      for (int i = 0; i < challenger.size(); i++) {
        Priced ours = challenger.get(i);
        Priced theirs = champion.get(i);
        if (!ours.stone().equals(theirs.stone()) || ours.appraised() != theirs.appraised()) {
          throw new IllegalArgumentException("stone " + i + " is not the same on both sides");
        }
      }
    }
  }

  /**
   * There is a champion, and nothing to compare it by.
   *
   * @param words which stones {@code challenger} are
   * @param challenger the stones as the challenger prices them; may be empty
   * @param why a whole sentence
   */
  record Incomparable(String words, List<Priced> challenger, String why) implements Evidence {

    public Incomparable {
      challenger = List.copyOf(challenger);
    }
  }

  /**
   * The best evidence that there is: the stones of {@code gateSet} that neither model has learned
   * from, if they are {@value GateSet#ENOUGH} or more; else the stones that both folders price out
   * of fold.
   *
   * @throws io.facet.registry.folder.UnusableFolderException when the challenger's folder is
   *     damaged
   */
  static Evidence of(ModelFolder challenger, Optional<Rival> champion, List<Appraisal> gateSet) {
    return new Gathering(challenger, champion).evidence(gateSet);
  }

  /**
   * What there is where the champion can't be read.
   *
   * @param why a whole sentence
   */
  static Evidence without(ModelFolder challenger, String why) {
    return new Gathering(challenger, Optional.empty()).without(why);
  }
}
