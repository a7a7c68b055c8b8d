package io.facet.service;

import io.facet.registry.mlflow.Mlflow;
import io.facet.registry.models.ModelRegistry;
import io.facet.service.access.AccessConfiguration;
import io.facet.service.appraisals.AppraisalsConfiguration;
import io.facet.service.backup.BackupCommand;
import io.facet.service.batches.BatchController;
import io.facet.service.certificates.CertificateSettings;
import io.facet.service.certificates.CertificatesConfiguration;
import io.facet.service.collection.CollectionConfiguration;
import io.facet.service.collection.CollectionSettings;
import io.facet.service.comparables.SimilarController;
import io.facet.service.docs.DocsConfiguration;
import io.facet.service.drift.DriftConfiguration;
import io.facet.service.estimates.EstimatesConfiguration;
import io.facet.service.following.FollowingConfiguration;
import io.facet.service.following.ModelSettings;
import io.facet.service.issuing.IssuingConfiguration;
import io.facet.service.keys.KeySettings;
import io.facet.service.keys.KeysConfiguration;
import io.facet.service.limits.LimitsConfiguration;
import io.facet.service.metering.MeteringConfiguration;
import io.facet.service.metering.MeteringSettings;
import io.facet.service.models.ModelsConfiguration;
import io.facet.service.models.RunPages;
import io.facet.service.models.Witness;
import io.facet.service.models.Witnesses;
import io.facet.service.nearby.NearbyController;
import io.facet.service.pages.PagesConfiguration;
import io.facet.service.pages.PagesFolder;
import io.facet.service.patience.PatienceConfiguration;
import io.facet.service.patience.PatienceSettings;
import io.facet.service.pricelist.PriceListConfiguration;
import io.facet.service.problems.DroppedFailures;
import io.facet.service.problems.ProblemsConfiguration;
import io.facet.service.requests.ProxySettings;
import io.facet.service.requests.RequestsConfiguration;
import io.facet.service.settings.BadSettingsException;
import io.facet.service.shadow.ShadowConfiguration;
import io.facet.service.shadow.ShadowSettings;
import io.facet.service.shortway.ShortWayConfiguration;
import io.facet.service.signin.SessionSettings;
import io.facet.service.signin.SignInConfiguration;
import io.facet.service.store.StoreConfiguration;
import io.facet.service.store.StoreSettings;
import io.facet.service.tracing.RequestSpans;
import io.facet.service.usage.UsageConfiguration;
import io.facet.service.valuations.RetentionSettings;
import io.facet.service.valuations.ValuationsConfiguration;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

/** The service, from its settings to its routes. What is not listed here doesn't exist. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    exclude = {
      ReactiveUserDetailsServiceAutoConfiguration.class,
      // RequestTimes does it at less cost.
      ObservationAutoConfiguration.class
    })
@Import({
  RequestsConfiguration.class,
  PatienceConfiguration.class,
  ProblemsConfiguration.class,
  KeysConfiguration.class,
  LimitsConfiguration.class,
  MeteringConfiguration.class,
  AccessConfiguration.class,
  ModelsConfiguration.class,
  FollowingConfiguration.class,
  DriftConfiguration.class,
  StoreConfiguration.class,
  ShortWayConfiguration.class,
  EstimatesConfiguration.class,
  SimilarController.class,
  NearbyController.class,
  PriceListConfiguration.class,
  ValuationsConfiguration.class,
  CertificatesConfiguration.class,
  BatchController.class,
  AppraisalsConfiguration.class,
  IssuingConfiguration.class,
  UsageConfiguration.class,
  CollectionConfiguration.class,
  SignInConfiguration.class,
  PagesConfiguration.class,
  DocsConfiguration.class
})
public class FacetService {

  public static void main(String[] arguments) {
    if (BackupCommand.isMeantBy(arguments)) {
      System.exit(BackupCommand.alone(arguments));
    }
    Settings settings;
    try {
      settings = Settings.read(System.getenv());
    } catch (BadSettingsException e) {
      System.err.println(e.getMessage());
      System.exit(1);
      return;
    }
    start(settings, uri -> Mlflow.at(uri).registry(), PagesFolder.BUILT);
  }

  /**
   * Starts the service.
   *
   * @param registries makes the registry at an address
   * @param pages the built web app
   */
  static ConfigurableApplicationContext start(
      Settings settings, Function<URI, ModelRegistry> registries, PagesFolder pages) {
    DroppedFailures.watch();
    SpringApplication application = new SpringApplication(FacetService.class);
    Map<String, Object> properties = new HashMap<>(settings.server().properties());
    properties.putAll(settings.log().properties());
    application.setDefaultProperties(properties);
    application.addInitializers(
        context -> register((GenericApplicationContext) context, settings, registries, pages));
    return application.run();
  }

  private static void register(
      GenericApplicationContext context,
      Settings settings,
      Function<URI, ModelRegistry> registries,
      PagesFolder pages) {
    context.registerBean(KeySettings.class, settings::keys);
    context.registerBean(ModelSettings.class, settings::model);
    context.registerBean(RunPages.class, settings::runPages);
    context.registerBean(PatienceSettings.class, settings::patience);
    context.registerBean(ShadowSettings.class, settings::shadow);
    context.registerBean(StoreSettings.class, settings::store);
    context.registerBean(MeteringSettings.class, settings::metering);
    context.registerBean(RetentionSettings.class, settings::retention);
    context.registerBean(CollectionSettings.class, settings::collection);
    context.registerBean(CertificateSettings.class, settings::certificates);
    context.registerBean(SessionSettings.class, settings::sessions);
    context.registerBean(ProxySettings.class, settings::proxies);
    context.registerBean(PagesFolder.class, () -> pages);
    settings
        .tracing()
        .collector()
        .ifPresent(to -> context.registerBean(RequestSpans.class, () -> RequestSpans.sentTo(to)));
    if (settings.model().origin() instanceof ModelSettings.Origin.Registry registry) {
      context.registerBean(ModelRegistry.class, () -> registries.apply(registry.uri()));
      if (settings.shadow().on()) {
        context.registerBean(ShadowConfiguration.class);
      }
    }
  }

  @Bean
  Witnesses witnesses(ObjectProvider<Witness> all) {
    return new Witnesses(all.orderedStream().toList());
  }

  /** The server's threads are its own, and end with it. */
  @Bean
  ReactorResourceFactory serverResources() {
    ReactorResourceFactory resources = new ReactorResourceFactory();
    resources.setUseGlobalResources(false);
    // By then the graceful shutdown has let every request end.
    resources.setShutdownQuietPeriod(Duration.ZERO);
    return resources;
  }
}
