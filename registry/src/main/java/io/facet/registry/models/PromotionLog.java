package io.facet.registry.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every promotion there was, the oldest first. Entries are only ever added.
 *
 * @param promotions each of another version than the one before
 */
public record PromotionLog(List<Promotion> promotions) {

  public PromotionLog {
    promotions = List.copyOf(promotions);
  }

  public Optional<Promotion> last() {
    return promotions.isEmpty() ? Optional.empty() : Optional.of(promotions.getLast());
  }

  /**
   * The version to go back to: the one that was champion before the present one rose. Going back
   * twice goes back two versions, as an editor's undo does; a promotion of an older version than
   * the last one is a rise like any other.
   */
  public Optional<String> before() {
    List<String> rise = new ArrayList<>();
    for (Promotion promotion : promotions) {
      int last = rise.size() - 1;
      if (last >= 1 && rise.get(last - 1).equals(promotion.version())) {
        rise.remove(last);
      } else {
        rise.add(promotion.version());
      }
    }
    return rise.size() < 2 ? Optional.empty() : Optional.of(rise.get(rise.size() - 2));
  }
}
