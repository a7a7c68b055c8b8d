/** A packaged model goes public: logged, registered, and judged against the champion. */
@NullMarked
package io.facet.training.publication;

import org.jspecify.annotations.NullMarked;
