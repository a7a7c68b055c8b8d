# What CI writes into kubernetes/overlays/ENVIRONMENT/environment.yaml.
output "environment" {
  value = {
    API_HOST                  = var.api_host
    APP_HOST                  = "app.${var.environment}.facet.example"
    MLFLOW_HOST               = "mlflow.${var.environment}.facet.example"
    MLFLOW_HOSTS              = "mlflow.mlflow.svc.cluster.local:5000,mlflow:5000,mlflow.${var.environment}.facet.internal:5000"
    TENANT_ID                 = data.azurerm_client_config.current.tenant_id
    SERVICE_CLIENT_ID         = azurerm_user_assigned_identity.facet["service"].client_id
    GATEWAY_CLIENT_ID         = azurerm_user_assigned_identity.facet["gateway"].client_id
    MLFLOW_CLIENT_ID          = azurerm_user_assigned_identity.facet["mlflow"].client_id
    COOKIE_CLIENT_ID          = azurerm_user_assigned_identity.facet["sign-in"].client_id
    KEDA_CLIENT_ID            = azurerm_user_assigned_identity.facet["keda"].client_id
    KEY_VAULT                 = azurerm_key_vault.facet.name
    CERTIFICATE               = "${azurerm_key_vault.facet.vault_uri}certificates/gateway"
    ARTIFACTS                 = "wasbs://mlflow@${azurerm_storage_account.facet.name}.blob.core.windows.net/"
    PROMETHEUS_QUERY_ENDPOINT = azurerm_monitor_workspace.facet.query_endpoint
    SIGN_IN_CLIENT_ID         = var.sign_in_client_id
    SIGN_IN_ISSUER            = "https://login.microsoftonline.com/${data.azurerm_client_config.current.tenant_id}/v2.0"
    SIGN_IN_GROUP             = var.scientist_group_id
  }
}

# Only where training happens: kubernetes/retraining and azureml/ ask for these.
output "training" {
  value = {
    STARTER_CLIENT_ID  = azurerm_user_assigned_identity.facet["starter"].client_id
    TRAINING_CLIENT_ID = azurerm_user_assigned_identity.facet["training"].client_id
    STORAGE_ACCOUNT    = azurerm_storage_account.facet.name
    SCHEDULE           = "${azurerm_machine_learning_workspace.facet.id}/schedules/take-in-nightly"
  }
}

output "front_door" {
  value = {
    host       = azurerm_cdn_frontdoor_endpoint.api.host_name
    validation = azurerm_cdn_frontdoor_custom_domain.api.validation_token
  }
}
