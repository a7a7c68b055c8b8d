package io.facet.service.models;

import io.facet.registry.folder.ModelFolder;
import io.facet.registry.folder.Provenance;
import io.facet.registry.profile.Profile;
import io.facet.valuation.Appraiser;
import io.facet.valuation.comparables.Comparables;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A model that answers requests. Each request takes one of these and names its version, so that an
 * answer is never made by two models.
 *
 * @param version its number in the registry, or the name of its folder
 * @param appraiser the model
 * @param provenance where it comes from
 * @param comparables the appraised stones that it carries; empty for models of earlier days
 * @param priceList the price list that it brings; empty for models of earlier days
 * @param calibration how often its ranges held; empty for models of earlier days
 * @param profile what it has learned from, in counts; empty for models of earlier days
 * @param source where it was taken from
 * @param since when it began to be served
 */
public record ServedModel(
    String version,
    Appraiser appraiser,
    Provenance provenance,
    Optional<Comparables> comparables,
    Optional<PriceListFiles> priceList,
    Optional<Calibration> calibration,
    Optional<Profile> profile,
    Source source,
    Instant since) {

  /** The registered model's name. */
  public static final String NAME = "facet";

  public static ServedModel of(String version, ModelFolder folder, Source source) {
    return new ServedModel(
        version,
        folder.appraiser(),
        folder.provenance(),
        folder.comparables(),
        PriceListFiles.of(folder),
        Calibration.of(folder),
        Profile.in(folder),
        source,
        Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }

  /** The same model, now known to be from {@code other}. */
  public ServedModel from(Source other) {
    return new ServedModel(
        version, appraiser, provenance, comparables, priceList, calibration, profile, other, since);
  }
}
