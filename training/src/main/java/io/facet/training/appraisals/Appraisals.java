package io.facet.training.appraisals;

import java.util.List;

/** Where experts' prices lie until a model has learned from them. */
public interface Appraisals {

  /**
   * Those that no model has learned from yet, the oldest first.
   *
   * @throws AppraisalsAwayException when they can't be read now
   */
  List<SentAppraisal> unused();

  /**
   * From now on they count as learned from by {@code version}; saying so again changes nothing.
   *
   * @param ids of appraisals
   * @throws AppraisalsAwayException when it can't be said now
   */
  void use(List<String> ids, String version);

  /** The same appraisals for a run that must leave no trace. */
  default Appraisals readOnly() {
    Appraisals real = this;
    return new Appraisals() {
      @Override
      public List<SentAppraisal> unused() {
        return real.unused();
      }

      @Override
      public void use(List<String> ids, String version) {}
    };
  }
}
