package io.facet.registry.blob;

import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpPipelinePosition;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import reactor.core.publisher.Mono;

/**
 * Takes answers whole, and only from Blob storage, whose answers all have an id: a proxy or a web
 * site in its place would pass for an empty container, or fail where nobody can tell why.
 */
final class BlobAnswers implements HttpPipelinePolicy {

  private static final HttpHeaderName ID = HttpHeaderName.X_MS_REQUEST_ID;

  /**
   * A download whose first try was refused can't be tried again on the JDK's client otherwise: what
   * is left of that answer would be read twice. A piece of a file is small enough.
   */
  private static final String WHOLE = "azure-eagerly-read-response";

  /** Once the client has tried again as often as it will. */
  @Override
  public HttpPipelinePosition getPipelinePosition() {
    return HttpPipelinePosition.PER_CALL;
  }

  @Override
  public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
    context.setData(WHOLE, true);
    return next.process().map(BlobAnswers::checked);
  }

  @Override
  public HttpResponse processSync(
      HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
    context.setData(WHOLE, true);
    try {
      return checked(next.processSync());
    } catch (ClientAuthenticationException e) {
      throw kept(e);
    }
  }

  private static HttpResponse checked(HttpResponse answer) {
    if (answer.getHeaders().getValue(ID) != null) {
      return answer;
    }
    answer.close();
    throw kept(new NotBlobStorageException(answer.getStatusCode()));
  }

  /** As a cause, for the client passes on only the cause of an exception. */
  private static IllegalStateException kept(RuntimeException failure) {
    return new IllegalStateException(failure);
  }
}
