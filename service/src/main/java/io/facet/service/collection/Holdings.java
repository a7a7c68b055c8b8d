package io.facet.service.collection;

import io.facet.service.models.AnsweringModel;
import io.facet.service.models.ServedModel;
import io.facet.service.problems.Problem;
import io.facet.valuation.Appraiser;
import io.facet.valuation.stone.Checked;
import java.util.ArrayList;
import java.util.List;

/**
 * The collection as one model sees it.
 *
 * @param pieces the stones, in the order of the books
 * @param unreadable the rows that can't be stones
 * @param model that says what they are worth
 */
record Holdings(List<Piece> pieces, List<Unreadable> unreadable, AnsweringModel model) {

  Holdings {
    pieces = List.copyOf(pieces);
    unreadable = List.copyOf(unreadable);
  }

  /** Asks {@code model} about every stone. */
  static Holdings of(List<CollectionRow> rows, ServedModel model) {
    List<Piece> pieces = new ArrayList<>(rows.size());
    List<Unreadable> unreadable = new ArrayList<>();
    Appraiser appraiser = model.appraiser();
    for (CollectionRow row : rows) {
      switch (row.stone()) {
        case Checked.Accepted accepted ->
            pieces.add(
                Piece.of(
                    row.number(),
                    accepted.diamond(),
                    row.appraised(),
                    appraiser.estimate(accepted.diamond())));
        case Checked.Refused refused -> unreadable.add(unreadable(row.number(), refused));
      }
    }
    return new Holdings(pieces, unreadable, AnsweringModel.of(model));
  }

  private static Unreadable unreadable(int number, Checked.Refused refused) {
    return new Unreadable(
        number,
        refused.problems().stream()
            .map(
                problem ->
                    new Problem.Fault(
                        "/" + problem.feature().column(), problem.detail(), problem.allowed()))
            .toList());
  }
}
