package io.facet.service.signin;

import io.facet.service.stones.Members;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** What signs somebody in. */
@Schema(name = "Credentials", description = "What signs somebody in.")
record Credentials(
    @Schema(
            description = "A staff key, all of it",
            example = "fct_live_…",
            format = "password",
            maxLength = LONGEST,
            pattern = Members.TEXT)
        String key) {

  private static final String KEY = "key";
  private static final int LONGEST = 200;

  /** What {@code body} says, or the problem of a body that doesn't say it rightly. */
  static Credentials read(byte[] body, JsonMapper json) {
    Members members = Members.of(body, json, Set.of(KEY));
    Credentials credentials = new Credentials(members.text(KEY, LONGEST));
    members.check();
    return credentials;
  }

  /** Leaves the key out: what is printed ends up in logs. */
  @Override
  public String toString() {
    return "Credentials[…]";
  }
}
