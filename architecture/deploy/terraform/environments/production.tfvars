environment        = "production"
zone_redundant     = true
node_count         = { min = 3, max = 12 }
database_sku       = "GP_Standard_D4ds_v5"
api_management_sku = "PremiumV2_3"
monthly_budget_eur = 16300
publisher_email    = "api@facet.example"
alert_email        = "on-call@facet.example"
admin_group_id     = "00000000-0000-0000-0000-000000000006"
image_registry_id  = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/facet-images/providers/Microsoft.ContainerRegistry/registries/facetimages"
