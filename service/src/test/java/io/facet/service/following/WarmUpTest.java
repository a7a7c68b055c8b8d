package io.facet.service.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facet.registry.folder.TestModel;
import io.facet.service.models.ServedModel;
import io.facet.service.models.Source;
import io.facet.valuation.Appraiser;
import io.facet.valuation.comparables.Comparables;
import io.facet.valuation.price.TreeEnsemble;
import io.facet.valuation.price.TreeNode;
import io.facet.valuation.stone.Factor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WarmUpTest {

  @Test
  void a_model_with_prices_for_ordinary_stones_passes() {
    ServedModel model = served(TestModel.appraiser(6000));

    assertThat(model.comparables()).isPresent();
    assertThatCode(() -> WarmUp.run(model)).doesNotThrowAnyException();
  }

  @Test
  void a_model_without_a_price_for_an_ordinary_stone_is_found_before_anybody_asks() {
    Appraiser sound = TestModel.appraiser(6000);
    TreeNode absurdAboveOneCarat =
        new TreeNode.Split(Factor.CARAT, 1, new TreeNode.Leaf(8), new TreeNode.Leaf(1e6));
    Appraiser absurd =
        new Appraiser(
            new TreeEnsemble(0, List.of(absurdAboveOneCarat)),
            sound.reference(),
            sound.ranges(),
            sound.domain());

    assertThatThrownBy(() -> WarmUp.run(served(absurd)))
        .hasMessage("it prices an ordinary stone at Infinity");
  }

  private static ServedModel served(Appraiser appraiser) {
    return new ServedModel(
        "7",
        appraiser,
        TestModel.provenance(),
        Optional.of(Comparables.of(appraiser.model(), TestModel.collection(50))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Source.REGISTRY,
        Instant.EPOCH);
  }
}
