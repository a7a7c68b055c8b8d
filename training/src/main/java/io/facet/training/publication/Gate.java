package io.facet.training.publication;

import io.facet.registry.folder.Provenance;
import io.facet.registry.models.ModelVersion;
import java.util.Locale;
import java.util.Optional;

/**
 * Decides whether a fresh model takes the champion's place. Out-of-fold errors can be compared only
 * on the same stones, so that is all it does by itself; everything else is for a person to decide.
 */
final class Gate {

  static final String MAE = "mae_usd";
  static final String DATA = "data_sha256";

  private Gate() {}

  /** The verdict and its reason, for people. */
  record Verdict(boolean promoted, String reason) {}

  static Verdict judge(Provenance challenger, String data, Optional<ModelVersion> champion) {
    if (champion.isEmpty()) {
      return new Verdict(true, "there was no champion");
    }
    String rival = "version " + champion.get().version();
    if (!data.equals(champion.get().tags().get(DATA))) {
      return new Verdict(
          false,
          rival
              + " learned from another file of stones, so their errors can't be compared:"
              + " ./facet promote decides by hand");
    }
    Double theirs = champion.get().metrics().get(MAE);
    Double ours = challenger.metrics().get(MAE);
    if (theirs == null || ours == null) {
      return new Verdict(false, rival + " or the new model states no error to compare");
    }
    String figures =
        String.format(
            Locale.ROOT, "out of fold it errs by %.2f USD, %s by %.2f", ours, rival, theirs);
    return new Verdict(ours < theirs, figures);
  }
}
