package io.facet.service;

import io.facet.service.certificates.CertificateSettings;
import io.facet.service.collection.CollectionSettings;
import io.facet.service.following.ModelSettings;
import io.facet.service.keys.KeySettings;
import io.facet.service.metering.MeteringSettings;
import io.facet.service.models.RunPages;
import io.facet.service.patience.PatienceSettings;
import io.facet.service.requests.ProxySettings;
import io.facet.service.settings.Variables;
import io.facet.service.shadow.ShadowSettings;
import io.facet.service.signin.SessionSettings;
import io.facet.service.store.StoreSettings;
import io.facet.service.tracing.TracingSettings;
import io.facet.service.valuations.RetentionSettings;
import java.nio.file.Path;
import java.util.Map;

/** All that the operator says. */
record Settings(
    ServerSettings server,
    PatienceSettings patience,
    LogSettings log,
    TracingSettings tracing,
    KeySettings keys,
    ModelSettings model,
    RunPages runPages,
    ShadowSettings shadow,
    StoreSettings store,
    CollectionSettings collection,
    CertificateSettings certificates,
    SessionSettings sessions,
    ProxySettings proxies,
    MeteringSettings metering,
    RetentionSettings retention) {

  /** Reads {@code environment}; throws with everything that is wrong with it. */
  static Settings read(Map<String, String> environment) {
    return read(new Variables(environment));
  }

  static Settings read(Variables variables) {
    Path home = variables.path("FACET_HOME").orElse(Path.of(".facet"));
    ModelSettings model = ModelSettings.read(variables, home);
    Settings settings =
        new Settings(
            ServerSettings.read(variables),
            PatienceSettings.read(variables),
            LogSettings.read(variables),
            TracingSettings.read(variables),
            KeySettings.read(variables, home),
            model,
            RunPages.read(variables, model.registry()),
            ShadowSettings.read(variables, home),
            StoreSettings.read(variables, home),
            CollectionSettings.read(variables),
            CertificateSettings.read(variables),
            SessionSettings.read(variables),
            ProxySettings.read(variables),
            MeteringSettings.in(home),
            RetentionSettings.read(variables));
    variables.check();
    return settings;
  }
}
