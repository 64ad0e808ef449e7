#!/bin/sh
# Registers the namespace; safe to repeat. Search attributes are registered by the worker at its start.
set -eu
temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" >/dev/null 2>&1 ||
  temporal operator namespace create --retention 30d --namespace "$TEMPORAL_NAMESPACE"
