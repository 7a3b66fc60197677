package org.offshelf.catalogue;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

import jakarta.interceptor.InterceptorBinding;

/** The contract is prepared when somebody asks for it, not at the start: see {@link ContractOnDemand}. */
@InterceptorBinding
@Target(TYPE)
@Retention(RUNTIME)
@interface OnDemand {
}
