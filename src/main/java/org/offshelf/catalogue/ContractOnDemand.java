package org.offshelf.catalogue;

import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/**
 * Lets the contract wait for its first reader. Quarkus reads and writes it, as JSON and as YAML, at every start: of this size
 * that
 * is two fifths of what a start takes, and megabytes that an instance nobody asks for it never needs.
 */
@OnDemand
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class ContractOnDemand {

    private final List<InvocationContext> waiting = new ArrayList<>();

    @AroundInvoke
    synchronized Object deferOrCall(InvocationContext call) throws Exception {
        if (call.getMethod().getName().equals("prepareDocument")) {
            waiting.add(call);
            return null;
        }
        for (InvocationContext one : waiting) {
            one.proceed();
        }
        waiting.clear();
        return call.proceed();
    }
}
