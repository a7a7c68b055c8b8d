# What CI writes into kubernetes/overlays/ENVIRONMENT/environment.yaml.
output "environment" {
  value = {
    TENANT_ID                 = data.azurerm_client_config.current.tenant_id
    SERVICE_CLIENT_ID         = azurerm_user_assigned_identity.facet["service"].client_id
    MLFLOW_CLIENT_ID          = azurerm_user_assigned_identity.facet["mlflow"].client_id
    KEDA_CLIENT_ID            = azurerm_user_assigned_identity.facet["keda"].client_id
    KEY_VAULT                 = azurerm_key_vault.facet.name
    ARTIFACTS                 = "wasbs://mlflow@${azurerm_storage_account.facet.name}.blob.core.windows.net/"
    PROMETHEUS_QUERY_ENDPOINT = azurerm_monitor_workspace.facet.query_endpoint
  }
}

output "front_door" {
  value = azurerm_cdn_frontdoor_endpoint.api.host_name
}
