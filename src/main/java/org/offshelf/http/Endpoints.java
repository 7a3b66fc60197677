package org.offshelf.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestPath;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;

/**
 * What is served at one path, whatever the method. Asked of the framework's own routing table, for the framework itself
 * leaves {@code Allow} out of a 405 and, for OPTIONS, lists the methods of the whole resource class.
 */
record Endpoints(List<RuntimeResource> resources) {

    static Endpoints at(String path) {
        return new Endpoints(ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers().stream()
                .flatMap(mapper -> under(mapper, path))
                .toList());
    }

    boolean isEmpty() {
        return resources.isEmpty();
    }

    List<String> methods() {
        var methods = new TreeSet<String>();
        resources.stream().map(RuntimeResource::getHttpMethod).filter(Objects::nonNull).forEach(methods::add);
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return List.copyOf(methods);
    }

    String allow() {
        return String.join(", ", methods());
    }

    /** The media types this method answers in. */
    List<String> produces(String method) {
        return named(of(method)
                .map(RuntimeResource::getProduces)
                .filter(Objects::nonNull)
                .flatMap(types -> Arrays.stream(types.getSortedOriginalMediaTypes())));
    }

    /** The media types this method reads. */
    List<String> consumes(String method) {
        return named(of(method).map(RuntimeResource::getConsumes).filter(Objects::nonNull).flatMap(List::stream));
    }

    private Stream<RuntimeResource> of(String method) {
        var served = "HEAD".equals(method) ? "GET" : method;
        return resources.stream().filter(resource -> served.equals(resource.getHttpMethod()));
    }

    private static List<String> named(Stream<MediaType> types) {
        return types.map(type -> type.getType() + "/" + type.getSubtype()).distinct().toList();
    }

    private static Stream<RuntimeResource> under(RequestPath<InitialMatch> mapper, String path) {
        var match = new RequestMapper<>(new ArrayList<>(List.of(mapper))).map(path);
        if (match == null) {
            return Stream.empty();
        }
        var remaining = match.remaining.isEmpty() ? "/" : match.remaining;
        return Arrays.stream(match.value.handlers)
                .filter(ClassRoutingHandler.class::isInstance)
                .map(ClassRoutingHandler.class::cast)
                .flatMap(handler -> handler.getMappers().values().stream())
                .map(methods -> methods.map(remaining))
                .filter(Objects::nonNull)
                .map((RequestMatch<RuntimeResource> resource) -> resource.value);
    }
}
