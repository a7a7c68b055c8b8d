package io.facet.service.settings;

import java.util.List;

/** The service can't start as it was told to. The message lists everything that is wrong. */
public final class BadSettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BadSettingsException(List<String> problems) {
    super("The service can't start with these settings:\n  " + String.join("\n  ", problems));
  }
}
