package io.facet.registry.models;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The registered model {@code facet}: its versions, and which one is in production. The alias
 * {@code champion} decides; the stage follows it. Every call may throw a {@link
 * io.facet.registry.RegistryException}.
 */
public interface ModelRegistry {

  String CHAMPION = "champion";
  String CHALLENGER = "challenger";

  /** Makes {@code model} a new version; nobody serves it yet. */
  ModelVersion register(LoggedModel model, Map<String, String> tags);

  /** All versions, the newest first. */
  List<ModelVersion> versions();

  /** That version, or empty when there is none. */
  Optional<ModelVersion> version(String version);

  /**
   * The version in production: the one that has the alias, else the one in stage {@code
   * Production}, else empty. Reads a few small answers, so that it can be polled.
   */
  Optional<ModelVersion> champion();

  /** Tag of a version that was challenger once: when it became so. */
  String CHALLENGED_AT = "challenged_at";

  /** Names {@code version} as the one that wants to become champion. */
  void challenge(String version);

  /**
   * Makes {@code version} the champion: alias first, then stage {@code Production}, the former one
   * {@code Archived}, with who and why as tags of the version and in {@link #promotions}. An
   * interrupted promotion is finished by calling this again, or by {@link #settle()}.
   */
  void promote(String version, String by, String reason);

  /**
   * Finishes a promotion that broke off: makes stages and log follow the alias, also one that
   * somebody has moved by hand.
   */
  void settle();

  /** Who became champion when, by whom and why. */
  PromotionLog promotions();

  /**
   * Downloads the model folder of {@code version} into the new folder {@code target}, which exists
   * only when all of it has arrived.
   */
  void download(String version, Path target);
}
